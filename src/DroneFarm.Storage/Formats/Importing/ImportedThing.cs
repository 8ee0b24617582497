namespace DroneFarm.Storage.Formats.Importing;

/// <summary>What an <see cref="ImportedPart"/> counts.</summary>
public enum ImportedThing
{
    /// <summary>Features of a map: fields, zones, obstacles, refill points.</summary>
    Features,

    /// <summary>Areas or grid cells with a rate of their own.</summary>
    RateZones,

    /// <summary>Records of a machine's time log.</summary>
    LogRecords,

    /// <summary>Tiles of a base map.</summary>
    Tiles,
}
