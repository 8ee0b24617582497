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
    /// <summary>Only a job that is done is at 100 %: a track is no exact measure of it.</summary>
    private const double MostBeforeDone = 0.99;

    private readonly JobRun run;
    private readonly Vehicle vehicle;
    private readonly int[] numbers;
    private readonly double shareM2;
    private readonly double shareMin;
    private (DateTimeOffset Since, double[]? Place) interrupted;

    internal VehicleFlight(JobRun run, Vehicle vehicle, int share)
    {
        (this.run, this.vehicle, Share) = (run, vehicle, share);
        Track = new FlownTrack(run.Plan.Sprayer.SwathWidthM);
        var mine = run.Plan.Sorties.Where(s => s.Vehicle == share).ToList();
        numbers = [.. mine.Select(s => s.Number)];
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
    /// <param name="who">Whoever answers for what holds the flight back, by name; null when nobody does.</param>
    public async Task<Phrase?> OrderAsync(FlightOrderWord order, ReEntry entry, string? who)
    {
        if (!run.IsBegun)
        {
            if (order != FlightOrderWord.Start) return NotNow(order);
            run.Begin();
            return null;
        }

        if (order == FlightOrderWord.Refilled) return run.Refilled(Share) ? null : NotNow(order);
        var held = HeldByWind(run.ProgressOf(Share));
        var refused = await run.OrderAsync(Share, new FlightOrder(Enum.Parse<FlightOrderKind>(order.ToString()), entry, who is not null));
        if (refused is null && who is not null && held is not null) run.Answered(vehicle.Id, who, held);
        return refused;
    }

    /// <summary>Somebody answers, by name, for an item of this aircraft's checklist that does not hold; the journal keeps who it was.</summary>
    public void AnswerFor(CheckCode code, string who)
    {
        var item = run.ProgressOf(Share).Checklist.FirstOrDefault(i => i.Code == code);
        run.AnswerFor(vehicle.Id, code, who, item?.Text ?? Phrase.Of("flight.overridden", code.ToString()));
    }

    public FlightNow Now(DateTimeOffset now)
    {
        var progress = run.ProgressOf(Share);
        var fraction = Fraction(progress);
        var supplies = progress.Supplies;
        var (over, waitsForL) = (IsOver, run.WaitsForL(Share));
        var nowMin = supplies?.TimeToGo.TotalMinutes;
        return new FlightNow(
            run.JobId, Share, Word(progress.Phase.ToString()), Said.Of(progress.State), progress.Phase == progress.Status.Phase && progress.Status.Cause is not null ? Said.Of(progress.Status.Reason) : null,
            progress.Sortie, progress.Sorties, Math.Clamp(numbers.Count(n => n <= progress.Sortie), 1, Math.Max(1, progress.Sorties)), fraction, progress.Flown.Litres, supplies?.LitresLeft ?? Track.TankL, Track.SprayedM2, shareM2 * (1 - fraction),
            Math.Max(nowMin ?? 0, shareMin * (1 - fraction)), Plan.Sprayer.SwathWidthM, waitsForL,
            [.. progress.Checklist.Select(Line)], HeldByWind(progress) is { } held ? Said.Of(held) : null, Orders(progress, over, waitsForL), Breakpoints(progress), over, run.Fault);
    }

    private IReadOnlyList<string> Orders(JobProgress progress, bool over, double? waitsForL)
    {
        if (over) return [];
        if (!run.IsBegun) return [Word(nameof(FlightOrderWord.Start))];
        var orders = progress.Orders.Select(o => Word(o.ToString()));
        return waitsForL is null ? [.. orders] : [Word(nameof(FlightOrderWord.Refilled)), .. orders];
    }

    /// <summary>Of a job that is taken up again the executive counts only what is left; what was sprayed before is on the track.</summary>
    private double Fraction(JobProgress progress)
    {
        if (progress.Phase == FlightPhase.Done) return 1;
        var sprayed = shareM2 > 0 ? Math.Min(MostBeforeDone, Track.SprayedM2 / shareM2) : 0;
        return Math.Clamp(Math.Max(progress.JobFraction, sprayed), 0, 1);
    }

    /// <summary>What the wind holds the vehicle for; null when it does not.</summary>
    private static Phrase? HeldByWind(JobProgress progress) =>
        progress.Phase == FlightPhase.Paused && progress.Status.Cause == FlightCause.WindOver ? progress.Status.Reason : null;

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
