using DroneFarm.Core.Coverage;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace DroneFarm.Core.Resuming;

/// <summary>Which stretches of each planned swath were sprayed, by the flown line and its flow: never by what a mission says it reached.</summary>
internal sealed class SprayedSpans
{
    /// <summary>A flown line belongs to a swath that it follows this closely; the next swath is at least 0.8 widths away.</summary>
    private const double BesideShare = 0.25;

    /// <summary>Cosine of 25 degrees: a line that crosses a swath, as an edge pass does at a corner, does not spray it.</summary>
    private const double AlongCosine = 0.9;

    /// <summary>Stretches this near to each other are one: reports come every half metre.</summary>
    private const double JoinM = 0.5;

    private readonly Dictionary<(string Field, int Number), List<(double FromM, double ToM)>> spans = [];
    private readonly STRtree<Swath> swaths = new();

    private SprayedSpans(Plan plan)
    {
        foreach (var swath in plan.Swaths)
        {
            var reach = new Envelope(swath.Start.ToCoordinate(), swath.End.ToCoordinate());
            reach.ExpandBy(swath.WidthM);
            swaths.Insert(reach, swath);
        }

        swaths.Build();
    }

    /// <summary>Where the last of all was sprayed, and when; null when nothing was.</summary>
    public (Swath Swath, double AlongM, DateTimeOffset At)? Last { get; private set; }

    public static SprayedSpans Of(Plan plan, FlightLog log)
    {
        var spans = new SprayedSpans(plan);
        foreach (var line in FlownLine.Of(log, plan.Farm.Frame))
        {
            foreach (var run in SprayRuns.Of(line, plan.Sprayer).Runs) spans.Add(run);
        }

        return spans;
    }

    /// <summary>In order, none touching another.</summary>
    public IReadOnlyList<(double FromM, double ToM)> On(Swath swath)
    {
        var joined = new List<(double FromM, double ToM)>();
        foreach (var span in spans.GetValueOrDefault((swath.FieldId, swath.Number), []).OrderBy(s => s.FromM))
        {
            if (joined.Count > 0 && span.FromM <= joined[^1].ToM + JoinM) joined[^1] = (joined[^1].FromM, Math.Max(joined[^1].ToM, span.ToM));
            else joined.Add(span);
        }

        return joined;
    }

    /// <summary>What somebody else is about to spray counts as sprayed.</summary>
    public void Reserve(Swath part)
    {
        foreach (var swath in swaths.Query(new Envelope(part.Start.ToCoordinate(), part.End.ToCoordinate()))) Add(swath, part.Start, part.End);
    }

    private void Add(SprayRun run)
    {
        for (var i = 1; i < run.Line.Count; i++)
        {
            var (from, to) = (run.Line[i - 1].Place, run.Line[i].Place);
            foreach (var swath in swaths.Query(new Envelope(from.ToCoordinate(), to.ToCoordinate())))
            {
                if (Add(swath, from, to) is { } alongM && (Last is not { } last || run.To >= last.At)) Last = (swath, alongM, run.To);
            }
        }
    }

    /// <returns>How far along the swath the stretch reaches; null when it does not lie on it.</returns>
    private double? Add(Swath swath, LocalPoint from, LocalPoint to)
    {
        var (along, way) = ((swath.End - swath.Start).Unit, to - from);
        var lengthM = from.DistanceM(to);
        if (lengthM < 0.01 || Math.Abs(along.Dot(way)) < AlongCosine * lengthM) return null;
        var besideM = swath.WidthM * BesideShare;
        if (Math.Abs(along.Cross(from - swath.Start)) > besideM || Math.Abs(along.Cross(to - swath.Start)) > besideM) return null;
        var (a, b) = (along.Dot(from - swath.Start), along.Dot(to - swath.Start));
        var (fromM, toM) = (Math.Max(0, Math.Min(a, b)), Math.Min(swath.LengthM, Math.Max(a, b)));
        if (fromM >= toM) return null;
        if (!spans.TryGetValue((swath.FieldId, swath.Number), out var all)) spans[(swath.FieldId, swath.Number)] = all = [];
        all.Add((fromM, toM));
        return Math.Clamp(b, 0, swath.LengthM);
    }
}
