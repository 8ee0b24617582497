using DroneFarm.Core.Checking;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Planning.Usual;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Cli.Jobs;

/// <summary>A way to spray the same fields, in figures to be compared: flight over the fields alone, without the ways from and to refill points.</summary>
/// <param name="Minutes">Each line and each way to the next one flown from rest to rest, for both ways alike.</param>
/// <param name="OffTargetM2">Outside the field that it is sprayed for, or in a zone's buffer or an obstacle's clearance.</param>
internal sealed record FlightFigures(double Minutes, double Litres, int Turns, double DoubledM2, double MissedM2, double OffTargetM2)
{
    public static FlightFigures None { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Our plan, and the usual lines along the longest side on the same fields.</summary>
    public static (FlightFigures Plan, FlightFigures Usual) Compare(Plan plan, CancellationToken cancel)
    {
        var fields = plan.Fields.Where(f => !f.IsRefused).ToList();
        var figures = new (FlightFigures Plan, FlightFigures Usual)[fields.Count];
        Parallel.For(0, fields.Count, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            var field = fields[i];
            var ours = field.Swaths.Select(s => (s.Start, s.End)).ToList();
            figures[i] = (
                Of(ours, field.Swaths.Count > 0 ? field.Swaths[0].WidthM : plan.Sprayer.SwathWidthM, field, plan),
                Of(UsualLines.Of(field.Field.Boundary, plan.Sprayer.SwathWidthM), plan.Sprayer.SwathWidthM, field, plan));
        });
        return (figures.Select(f => f.Plan).Aggregate(None, (a, b) => a + b), figures.Select(f => f.Usual).Aggregate(None, (a, b) => a + b));
    }

    public static FlightFigures operator +(FlightFigures a, FlightFigures b) => new(
        a.Minutes + b.Minutes, a.Litres + b.Litres, a.Turns + b.Turns, a.DoubledM2 + b.DoubledM2, a.MissedM2 + b.MissedM2, a.OffTargetM2 + b.OffTargetM2);

    private static FlightFigures Of(IReadOnlyList<(LocalPoint Start, LocalPoint End)> lines, double widthM, FieldPlan field, Plan plan)
    {
        var areas = LineAreas.Of(lines, widthM, field.Sprayable);
        var seconds = 0.0;
        for (var i = 0; i < lines.Count; i++)
        {
            seconds += Seconds(lines[i].Start.DistanceM(lines[i].End), plan);
            if (i > 0) seconds += Seconds(lines[i - 1].End.DistanceM(lines[i].Start), plan);
        }

        var litres = lines.Sum(l => l.Start.DistanceM(l.End)) * widthM / 10_000 * plan.Job.RateLPerHa;
        return new FlightFigures(seconds / 60, litres, Math.Max(0, lines.Count - 1), areas.DoubledM2, areas.MissedM2, areas.OffTargetM2);
    }

    private static double Seconds(double lengthM, Plan plan)
    {
        var (speedMps, gainMps2) = (plan.Job.SpeedMps, plan.Sprayer.AccelerationMps2);
        return lengthM >= speedMps * speedMps / gainMps2 ? (lengthM / speedMps) + (speedMps / gainMps2) : 2 * Math.Sqrt(lengthM / gainMps2);
    }
}
