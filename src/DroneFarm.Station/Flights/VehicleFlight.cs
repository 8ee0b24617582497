using DroneFarm.Core.Planning;
using DroneFarm.Core.Resuming;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Operations.Preflight;
using DroneFarm.Flight.Operations.States;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Station.Wording;

namespace DroneFarm.Station.Flights;

/// <summary>One vehicle's part of a job, as pages see it and order it.</summary>
public sealed class VehicleFlight
{
    private readonly JobRun run;
    private readonly Vehicle vehicle;
    private readonly double shareM2;
    private readonly double shareMin;
    private (DateTimeOffset Since, double[]? Place) interrupted;

    internal VehicleFlight(JobRun run, Vehicle vehicle, int share)
    {
        (this.run, this.vehicle, Share) = (run, vehicle, share);
        Track = new FlownTrack(run.Plan.Sprayer.SwathWidthM);
        var mine = run.Plan.Sorties.Where(s => s.Vehicle == share).ToList();
        (shareM2, shareMin) = (mine.Sum(s => s.SprayLegs.Sum(l => l.LengthM * l.Swath.WidthM)), mine.Sum(s => s.Duration.TotalMinutes));
    }

    public JobRun Run => run;

    /// <summary>Which of the job's aircraft it flies for, from 1.</summary>
    public int Share { get; }

    public Plan Plan => run.Plan;

    public PumpCalibration Pump => run.Pump;

    public FlownTrack Track { get; }

    public bool IsOver => run.IsOver || FlightTable.IsOver(run.ProgressOf(Share).Phase);

    /// <summary>Null when the order is taken; otherwise why it has no place now.</summary>
    public async Task<Phrase?> OrderAsync(FlightOrderWord order, ReEntry entry, bool answers)
    {
        if (!run.IsBegun)
        {
            if (order != FlightOrderWord.Start) return NotNow(order);
            run.Begin();
            return null;
        }

        if (order == FlightOrderWord.Refilled) return run.Refilled(Share) ? null : NotNow(order);
        return await run.OrderAsync(Share, new FlightOrder(Enum.Parse<FlightOrderKind>(order.ToString()), entry, answers));
    }

    public FlightNow Now(DateTimeOffset now)
    {
        var progress = run.ProgressOf(Share);
        var fraction = Math.Clamp(progress.JobFraction, 0, 1);
        var supplies = progress.Supplies;
        var (over, waitsForL) = (IsOver, run.WaitsForL(Share));
        var nowMin = supplies?.TimeToGo.TotalMinutes;
        return new FlightNow(
            run.JobId, Share, Word(progress.Phase.ToString()), Said.Of(progress.State), progress.Phase == progress.Status.Phase && progress.Status.Cause is not null ? Said.Of(progress.Status.Reason) : null,
            progress.Sortie, progress.Sorties, fraction, progress.Flown.Litres, supplies?.LitresLeft ?? Track.TankL, Track.SprayedM2, shareM2 * (1 - fraction),
            Math.Max(nowMin ?? 0, shareMin * (1 - fraction)), Plan.Sprayer.SwathWidthM, waitsForL,
            [.. progress.Checklist.Select(Line)], Orders(progress, over, waitsForL), Breakpoints(progress), over, run.Fault);
    }

    private IReadOnlyList<string> Orders(JobProgress progress, bool over, double? waitsForL)
    {
        if (over) return [];
        if (!run.IsBegun) return [Word(nameof(FlightOrderWord.Start))];
        var orders = progress.Orders.Select(o => Word(o.ToString()));
        return waitsForL is null ? [.. orders] : [Word(nameof(FlightOrderWord.Refilled)), .. orders];
    }

    /// <summary>Worked out once for each interruption: the page asks ten times a second.</summary>
    private IReadOnlyList<double[]> Breakpoints(JobProgress progress)
    {
        if (progress.Phase != FlightPhase.Interrupted) return [];
        if (interrupted.Since != progress.Status.Since)
        {
            var place = run.BreakpointOf(vehicle.Id) is { } at ? Plan.Farm.Frame.ToGeo(at.Place) : (Core.Geo.GeoPoint?)null;
            interrupted = (progress.Status.Since, place is { } p ? [p.LongitudeDeg, p.LatitudeDeg] : null);
        }

        return interrupted.Place is { } known ? [known] : [];
    }

    private static CheckLine Line(CheckItem item) => new(Word(item.Code.ToString()), Word(item.Verdict.ToString()), Said.Of(item.Text), item.Age?.TotalSeconds);

    private static Phrase NotNow(FlightOrderWord order) => Phrase.Of("flight.order-out-of-place", Word(order.ToString()));

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
