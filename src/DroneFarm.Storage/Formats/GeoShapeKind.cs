namespace DroneFarm.Storage.Formats;

/// <summary>What the positions of a <see cref="GeoShape"/> make.</summary>
internal enum GeoShapeKind
{
    None,
    Points,
    Lines,
    Polygons,
}
