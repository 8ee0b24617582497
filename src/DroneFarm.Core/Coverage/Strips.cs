using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;
using NetTopologySuite.Operation.OverlayNG;
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

    /// <summary>A nose that turned less than this says nothing new.</summary>
    private const double TurnedDeg = 3;

    private static readonly BufferParameters Band = new() { EndCapStyle = EndCapStyle.Flat, JoinStyle = JoinStyle.Round, QuadrantSegments = 4 };

    public static IEnumerable<AppliedPass> Of(SprayRun run, SwathWidths widths, GeometryFactory factory)
    {
        var stretches = Stretches(run).ConvertAll(points => (Points: points, LengthM: LengthM(points)));
        stretches.RemoveAll(s => s.LengthM < ShortestM);
        var totalM = stretches.Sum(s => s.LengthM);
        if (totalM <= 0)
        {
            yield return Pass(run, factory.CreatePolygon(), 0, 0, 1);
            yield break;
        }

        var doneM = 0.0;
        foreach (var (points, lengthM) in stretches)
        {
            var shape = Wetted(points, widths.At(points[0].Place, points[^1].Place), factory);
            yield return Pass(run, shape, lengthM, doneM / totalM, (doneM + lengthM) / totalM);
            doneM += lengthM;
        }
    }

    /// <summary>What a boom passes over. One that is flown sideways, in a cut corner, wets no more than its own line: the strip is not swung with the way flown.</summary>
    private static Geometry Wetted(List<BoomPoint> points, double widthM, GeometryFactory factory)
    {
        if (points.Exists(p => p.Nose is null)) return BufferOp.Buffer(factory.CreateLineString([.. points.Select(p => p.Place.ToCoordinate())]), widthM / 2, Band);
        var pieces = points.Zip(points.Skip(1), (a, b) =>
        {
            var (left, right) = (a.Right(widthM / 2), b.Right(widthM / 2));
            return factory.CreateMultiPointFromCoords([.. new[] { a.Place + left, a.Place - left, b.Place + right, b.Place - right }.Select(p => p.ToCoordinate())]).ConvexHull();
        }).Where(p => p.Area > 0).ToList();
        return pieces.Count == 0 ? factory.CreatePolygon() : OverlayNGRobust.Union(pieces);
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

    private static List<List<BoomPoint>> Stretches(SprayRun run)
    {
        var stretches = new List<List<BoomPoint>>();
        if (run.LengthM < ShortestM) return stretches;
        var points = Telling(run.Line);
        var from = 0;
        for (var i = 1; i < points.Count; i++)
        {
            if (i < points.Count - 1 && !TurnsSharply(points[i - 1].Place, points[i].Place, points[i + 1].Place)) continue;
            stretches.Add(points[from..(i + 1)]);
            from = i;
        }

        return stretches;
    }

    /// <summary>The points where the way bends or the nose has turned.</summary>
    private static List<BoomPoint> Telling(IReadOnlyList<BoomPoint> line)
    {
        var bends = DouglasPeuckerLineSimplifier.Simplify([.. line.Select(p => p.Place.ToCoordinate())], SimplifyM).ToHashSet();
        List<BoomPoint> telling = [line[0]];
        for (var i = 1; i < line.Count; i++)
        {
            if (line[i].Place == telling[^1].Place) continue;
            if (i == line.Count - 1 || bends.Contains(line[i].Place.ToCoordinate()) || HasTurned(telling[^1].Nose, line[i].Nose)) telling.Add(line[i]);
        }

        return telling;
    }

    private static bool HasTurned(Heading? before, Heading? now) =>
        before is { } a && now is { } b && Math.Abs(Math.IEEERemainder(b.Degrees - a.Degrees, 360)) > TurnedDeg;

    private static double LengthM(List<BoomPoint> points) => points.Zip(points.Skip(1), (a, b) => a.Place.DistanceM(b.Place)).Sum();

    private static bool TurnsSharply(LocalPoint a, LocalPoint b, LocalPoint c) => (b - a).Unit.Dot((c - b).Unit) < CosineOfTurn;
}
