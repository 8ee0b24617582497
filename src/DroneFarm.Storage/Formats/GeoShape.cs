using DroneFarm.Core.Geo;

namespace DroneFarm.Storage.Formats;

/// <summary>A geometry still in degrees, or in the metres of a projection until <see cref="Georeference"/> has seen it, as read: not yet known to be valid, so not yet a geometry of the geometry library, which never holds degrees.</summary>
/// <param name="Parts">Polygons: the rings of each, the shell first. Lines: one line each. Points: one line of one point each.</param>
internal sealed record GeoShape(GeoShapeKind Kind, IReadOnlyList<GeoPoint[][]> Parts)
{
    public static GeoShape None { get; } = new(GeoShapeKind.None, []);

    public IEnumerable<GeoPoint> Points => Parts.SelectMany(part => part.SelectMany(line => line));
}
