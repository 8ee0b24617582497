namespace DroneFarm.Storage.Formats.Importing;

/// <summary>What a file is, by its content.</summary>
public enum FileKind
{
    Unknown,
    GeoJson,
    Kml,
    Shapefile,
    GeoPackage,
    Isoxml,
    QgcPlan,

    /// <summary>A list of mission items as text, <c>QGC WPL 110</c>.</summary>
    Waypoints,

    /// <summary>Mission Planner's polygon: a latitude and a longitude a line.</summary>
    Poly,
    MbTiles,

    /// <summary>What belongs to another file: the table of a shapefile, a linked file of ISOXML.</summary>
    Companion,
}
