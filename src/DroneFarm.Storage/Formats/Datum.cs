namespace DroneFarm.Storage.Formats;

/// <summary>What the degrees of a farm file are measured from.</summary>
public enum Datum
{
    Wgs84,

    /// <summary>The shifted one of Chinese base maps; converted when the file is read.</summary>
    Gcj02,
}
