namespace DroneFarm.Storage.Formats.Importing;

/// <summary>What came of one file, or of one layer of it.</summary>
/// <param name="Read">How many things stand in it.</param>
/// <param name="Taken">How many of them are in what was imported; the findings say why others are not.</param>
/// <param name="Repaired">How many of those taken had to be changed; the findings say how.</param>
public sealed record ImportedPart(string Name, FileKind Kind, ImportedThing Thing, int Read, int Taken, int Repaired)
{
    public int Skipped => Read - Taken;
}
