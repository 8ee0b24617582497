using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;
using NetTopologySuite.Simplify;

namespace DroneFarm.Core.Coverage;

/// <summary>Turns a run of the pump into strips of ground: one for each stretch without a sharp turn, so that a pass never doubles itself.</summary>
internal static class Strips
{
    /// <summary>Points nearer to the line than this say nothing new; positions are no better than a few centimetres.</summary>
    private const double SimplifyM = 0.05;

    /// <summary>Sharper than 45 degrees is a turn to another line, and ground wetted on both sides of it is wetted twice.</summary>
    private const double CosineOfTurn = 0.7071;

    private const double ShortestM = 0.05;

    private static readonly BufferParameters Band = new() { EndCapStyle = EndCapStyle.Flat, JoinStyle = JoinStyle.Round, QuadrantSegments = 4 };

    public static IEnumerable<AppliedPass> Of(SprayRun run, SwathWidths widths, Boom boom, GeometryFactory factory)
    {
        var stretches = Stretches(run, factory);
        var totalM = stretches.Sum(s => s.Line.Length);
        if (totalM <= 0)
        {
            yield return Pass(run, factory.CreatePolygon(), 0, 0, 1);
            yield break;
        }

        var longest = stretches.MaxBy(s => s.Line.Length);
        var noses = boom.Noses(run.Line, longest.Corners);
        var doneM = 0.0;
        foreach (var (stretch, corners) in stretches)
        {
            var widthM = widths.At(LocalPoint.From(stretch.StartPoint.Coordinate), LocalPoint.From(stretch.EndPoint.Coordinate));
            var shape = Swept(run, corners, noses, widthM, factory) ?? BufferOp.Buffer(stretch, widthM / 2, Band);
            yield return Pass(run, shape, stretch.Length, doneM / totalM, (doneM + stretch.Length) / totalM);
            doneM += stretch.Length;
        }
    }

    private static AppliedPass Pass(SprayRun run, Geometry shape, double lengthM, double fromShare, double toShare)
    {
        var time = run.To - run.From;
        var (from, to) = (run.From + (time * fromShare), run.From + (time * toShare));
        var litres = run.Litres * (toShare - fromShare);
        var seconds = (to - from).TotalSeconds;
        return new AppliedPass(
            from, to, run.SortieNumber, shape, lengthM, litres, shape.Area > 0 ? litres / shape.Area * 10_000 : 0, seconds > 0 ? lengthM / seconds : 0, run.MeanHeightM);
    }

    /// <summary>The ground under the boom, from corner to corner of a stretch.</summary>
    /// <returns>Null where the boom passes over the same ground twice, as on a spot.</returns>
    private static Polygon? Swept(SprayRun run, List<int> corners, LocalVector[] noses, double widthM, GeometryFactory factory)
    {
        var half = corners.ConvertAll(c => noses[c].Left * (widthM / 2));
        var left = corners.Select((c, i) => (run.Line[c].Place + half[i]).ToCoordinate());
        var right = corners.Select((c, i) => (run.Line[c].Place - half[i]).ToCoordinate()).Reverse();
        Coordinate[] ring = [.. left, .. right];
        var polygon = factory.CreatePolygon([.. ring, ring[0].Copy()]);
        return polygon.IsValid ? polygon : null;
    }

    /// <returns>Each with the places where it bends, as indices into the run.</returns>
    private static List<(LineString Line, List<int> Corners)> Stretches(SprayRun run, GeometryFactory factory)
    {
        var stretches = new List<(LineString, List<int>)>();
        if (run.LengthM < ShortestM) return stretches;
        Coordinate[] all = [.. run.Line.Select(p => p.Place.ToCoordinate())];
        var points = DouglasPeuckerLineSimplifier.Simplify(all, SimplifyM);
        var indices = new List<int>(points.Length);
        foreach (var point in points) indices.Add(Array.FindIndex(all, indices.Count > 0 ? indices[^1] + 1 : 0, c => c.Equals2D(point)));
        var from = 0;
        for (var i = 1; i < points.Length; i++)
        {
            if (i < points.Length - 1 && !TurnsSharply(points[i - 1], points[i], points[i + 1])) continue;
            var stretch = factory.CreateLineString(points[from..(i + 1)]);
            if (stretch.Length >= ShortestM) stretches.Add((stretch, indices[from..(i + 1)]));
            from = i;
        }

        return stretches;
    }

    private static bool TurnsSharply(Coordinate a, Coordinate b, Coordinate c) =>
        (LocalPoint.From(b) - LocalPoint.From(a)).Unit.Dot((LocalPoint.From(c) - LocalPoint.From(b)).Unit) < CosineOfTurn;
}
