using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.FirmwareSim;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>Where spray began and ended against where it should have, run by run of the pump. A row is what is sprayed without a break: a swath, or several that go on from one another.</summary>
internal sealed class SwitchedSpray
{
    private SwitchedSpray(List<(double OnM, double OffM, bool FromRest)> rows, double strayS) => (Rows, StrayS) = (rows, strayS);

    /// <summary>First spray past a row's start and last spray past its end, metres along it; minus is before. From rest: the first row of a field's visit.</summary>
    public IReadOnlyList<(double OnM, double OffM, bool FromRest)> Rows { get; }

    /// <summary>With the pump on further than <see cref="NearM"/> from the row that is being sprayed.</summary>
    public double StrayS { get; }

    /// <summary>What an order may be late or early by (issue 6).</summary>
    public const double NearM = 1;

    /// <param name="sprayed">Moments with the pump on, in order; one further than <paramref name="breakS"/> from the one before it begins a new run.</param>
    public static SwitchedSpray Of(Plan plan, IEnumerable<(double AtS, LocalPoint Place)> sprayed, double breakS)
    {
        List<List<(double AtS, LocalPoint Place)>> runs = [];
        foreach (var moment in sprayed)
        {
            if (runs.Count == 0 || moment.AtS - runs[^1][^1].AtS > breakS) runs.Add([]);
            runs[^1].Add(moment);
        }

        var rows = plan.Sorties.OrderBy(s => s.Number).SelectMany(RowsOf).ToList();
        runs.Count.ShouldBe(rows.Count, "the pump runs once for each row");
        var strayS = 0.0;
        var found = new List<(double, double, bool)>();
        foreach (var (run, (row, fromRest)) in runs.Zip(rows))
        {
            found.Add((Along(row[0], run[0].Place - row[0].Start), Along(row[^1], run[^1].Place - row[^1].End), fromRest));
            for (var i = 1; i < run.Count; i++)
            {
                if (row.Min(s => FromM(s, run[i].Place)) > NearM) strayS += run[i].AtS - run[i - 1].AtS;
            }
        }

        return new SwitchedSpray(found, strayS);
    }

    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)];
    }

    /// <summary>Millilitres that left a nozzle further outside every field than so many metres; the boom as eleven nozzles.</summary>
    public static double OutsideMl(Plan plan, IEnumerable<SprayedPoint> sprayed, double marginM)
    {
        const int nozzles = 11;
        var inside = new IndexedPointInAreaLocator(UnaryUnionOp.Union(plan.Farm.Fields.Select(f => f.Boundary.Buffer(marginM)).ToList()));
        return sprayed.Sum(point =>
        {
            var (place, ahead) = (plan.Farm.Frame.ToLocal(point.Place), point.Nose.ToVector());
            var right = new LocalVector(ahead.NorthM, -ahead.EastM);
            var outside = Enumerable.Range(0, nozzles).Count(n =>
                inside.Locate((place + (right * (plan.Sprayer.SwathWidthM * ((n / (nozzles - 1.0)) - 0.5)))).ToCoordinate()) == Location.Exterior);
            return 1000 * point.Litres * outside / nozzles;
        });
    }

    public override string ToString() =>
        $"{Rows.Count} rows; on {Say(Rows.Where(r => !r.FromRest).Select(r => r.OnM))}, from rest {Say(Rows.Where(r => r.FromRest).Select(r => r.OnM))}, off {Say(Rows.Select(r => r.OffM))}; "
        + $"p95 of the error on {Percentile(Rows.Select(r => Math.Abs(r.OnM)), 0.95):0.00} m, off {Percentile(Rows.Select(r => Math.Abs(r.OffM)), 0.95):0.00} m; {StrayS:0.00} s off the rows";

    private static string Say(IEnumerable<double> metres) => metres.ToList() is { Count: > 0 } m ? $"mean {m.Average():0.00} m ({m.Min():0.00} to {m.Max():0.00}, {m.Count})" : "none";

    private static IEnumerable<(List<Swath> Row, bool FromRest)> RowsOf(Sortie sortie)
    {
        List<Swath>? row = null;
        SprayLeg? last = null;
        var rested = true;
        var fromRest = true;
        foreach (var leg in sortie.Legs)
        {
            if (leg is TransitLeg transit)
            {
                fromRest |= transit.Reason != TransitReason.NextSwath;
                continue;
            }

            var spray = (SprayLeg)leg;
            if (row is not null && last is not null && spray.GoesOnFrom(last))
            {
                row.Add(spray.Swath);
            }
            else
            {
                if (row is not null) yield return (row, rested);
                (row, rested, fromRest) = ([spray.Swath], fromRest, false);
            }

            last = spray;
        }

        if (row is not null) yield return (row, rested);
    }

    private static double Along(Swath swath, LocalVector way) => (swath.End - swath.Start).Unit.Dot(way);

    private static double FromM(Swath swath, LocalPoint place)
    {
        var alongM = Math.Clamp(Along(swath, place - swath.Start), 0, swath.LengthM);
        return place.DistanceM(swath.Start + ((swath.End - swath.Start).Unit * alongM));
    }
}
