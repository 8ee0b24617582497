namespace DroneFarm.Storage.Formats.Maps;

/// <summary>What a map can be written as.</summary>
public enum MapFormat
{
    GeoJson,
    Kml,
    Kmz,

    /// <summary>A zip with one shapefile for each layer and kind of geometry.</summary>
    Shapefile,
    GeoPackage,
}
