namespace DroneFarm.Storage.Formats;

/// <summary>Counts what became of the features of a file, by their index in it.</summary>
internal sealed class Tally
{
    private readonly HashSet<int> taken = [], repaired = [];

    public void Take(GeoFeature feature) => taken.Add(feature.Index);

    public void Repair(GeoFeature feature) => repaired.Add(feature.Index);

    public bool HasTaken(GeoFeature feature) => taken.Contains(feature.Index);

    public bool HasRepaired(GeoFeature feature) => taken.Contains(feature.Index) && repaired.Contains(feature.Index);
}
