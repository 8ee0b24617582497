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

    public static IEnumerable<AppliedPass> Of(SprayRun run, SwathWidths widths, GeometryFactory factory)
    {
        var stretches = Stretches(run, factory);
        var totalM = stretches.Sum(s => s.Length);
        if (totalM <= 0)
        {
            yield return Pass(run, factory.CreatePolygon(), 0, 0, 1);
            yield break;
        }

        var doneM = 0.0;
        foreach (var stretch in stretches)
        {
            var widthM = widths.At(LocalPoint.From(stretch.StartPoint.Coordinate), LocalPoint.From(stretch.EndPoint.Coordinate));
            var shape = BufferOp.Buffer(stretch, widthM / 2, Band);
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

    private static List<LineString> Stretches(SprayRun run, GeometryFactory factory)
    {
        var stretches = new List<LineString>();
        if (run.LengthM < ShortestM) return stretches;
        var points = DouglasPeuckerLineSimplifier.Simplify([.. run.Line.Select(p => p.ToCoordinate())], SimplifyM);
        var from = 0;
        for (var i = 1; i < points.Length; i++)
        {
            if (i < points.Length - 1 && !TurnsSharply(points[i - 1], points[i], points[i + 1])) continue;
            var stretch = factory.CreateLineString(points[from..(i + 1)]);
            if (stretch.Length >= ShortestM) stretches.Add(stretch);
            from = i;
        }

        return stretches;
    }

    private static bool TurnsSharply(Coordinate a, Coordinate b, Coordinate c) =>
        (LocalPoint.From(b) - LocalPoint.From(a)).Unit.Dot((LocalPoint.From(c) - LocalPoint.From(b)).Unit) < CosineOfTurn;
}
