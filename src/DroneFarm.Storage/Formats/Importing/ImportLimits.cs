namespace DroneFarm.Storage.Formats.Importing;

/// <summary>How much an import takes in, so that a small file cannot fill the memory.</summary>
/// <param name="MostBytes">Of all files together, unpacked.</param>
/// <param name="MostFiles">In an archive or folder.</param>
public sealed record ImportLimits(long MostBytes = 512L << 20, int MostFiles = 4000)
{
    public static ImportLimits Usual { get; } = new();
}
