using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;

namespace DroneFarm.Station.Plans;

/// <summary>Cuts and joins boundaries in metres, where areas and gaps mean something.</summary>
public static class ShapeWork
{
    /// <summary>How far a cutting line is drawn out at both ends.</summary>
    private const double ReachM = 5;

    /// <summary>The parts; null when the line does not cut the field in two.</summary>
    public static IReadOnlyList<double[][][]>? Split(SplitRequest request)
    {
        if (request.Line.Length < 2 || FrameOf(request.Rings) is not { } frame) return null;
        var field = PolygonOf(request.Rings, frame);
        var cut = DrawnOut([.. request.Line.Select(p => LocalOf(p, frame))]);
        var edges = OverlayNGRobust.Overlay(field.Boundary, cut, NetTopologySuite.Operation.Overlay.SpatialFunction.Union);
        var maker = new Polygonizer();
        maker.Add(edges);
        var parts = maker.GetPolygons().OfType<Polygon>().Where(p => p.Area > FieldIntake.SliverM2 && field.Contains(p.InteriorPoint)).ToList();
        return parts.Count < 2 ? null : parts.ConvertAll(p => RingsOf(p, frame));
    }

    /// <summary>The whole; null when the fields lie apart.</summary>
    public static double[][][]? Merge(MergeRequest request)
    {
        if (request.Polygons.Length < 2 || FrameOf(request.Polygons[0]) is not { } frame) return null;
        var fields = request.Polygons.Select(p => (Geometry)PolygonOf(p, frame)).ToList();
        var half = Math.Clamp(request.GapM, 0, 10) / 2;
        var corners = new NetTopologySuite.Operation.Buffer.BufferParameters { JoinStyle = NetTopologySuite.Operation.Buffer.JoinStyle.Mitre };
        var grown = OverlayNGRobust.Union(fields.ConvertAll(f => f.Buffer(half + 0.01, corners)));
        return GeometryFixer.Fix(grown.Buffer(-half - 0.01, corners)) is Polygon whole ? RingsOf(whole, frame) : null;
    }

    private static LineString DrawnOut(LocalPoint[] line)
    {
        line[0] += (line[0] - line[1]).Unit * ReachM;
        line[^1] += (line[^1] - line[^2]).Unit * ReachM;
        return new LineString([.. line.Select(p => p.ToCoordinate())]);
    }

    private static LocalFrame? FrameOf(double[][][] rings) =>
        rings is [[[var lon, var lat, ..], ..], ..] && new GeoPoint(LatitudeDeg: lat, LongitudeDeg: lon) is { IsValid: true } origin ? new LocalFrame(origin) : null;

    private static Geometry PolygonOf(double[][][] rings, LocalFrame frame)
    {
        var made = rings.Select(r => new LinearRing([.. Closed(r).Select(p => LocalOf(p, frame).ToCoordinate())])).ToList();
        return GeometryFixer.Fix(new Polygon(made[0], [.. made.Skip(1)]));
    }

    private static double[][] Closed(double[][] ring) => ring[0].SequenceEqual(ring[^1]) ? ring : [.. ring, ring[0]];

    private static LocalPoint LocalOf(double[] position, LocalFrame frame) => frame.ToLocal(new GeoPoint(LatitudeDeg: position[1], LongitudeDeg: position[0]));

    private static double[][][] RingsOf(Polygon polygon, LocalFrame frame) =>
        [.. new[] { polygon.ExteriorRing }.Concat(polygon.InteriorRings).Select(ring => ring.Coordinates.Select(c =>
        {
            var place = frame.ToGeo(LocalPoint.From(c));
            return new[] { Math.Round(place.LongitudeDeg, 9), Math.Round(place.LatitudeDeg, 9) };
        }).ToArray())];
}
