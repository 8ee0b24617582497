using DroneFarm.Core.Planning;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Station.Library;
using DroneFarm.Station.Wording;
using DroneFarm.Storage.Journal;

namespace DroneFarm.Station.Flights;

/// <summary>One vehicle's part of a job, from its checklist to its end.</summary>
public sealed class VehicleFlight : IDisposable
{
    private readonly Vehicle vehicle;
    private readonly Plan part;
    private readonly StationOptions options;
    private readonly JournalWriter journal;
    private readonly FlownTrack track = new();
    private readonly CancellationTokenSource stop = new();
    private readonly JobFlight job;
    private volatile TaskCompletionSource? filled;
    private double filledL;
    private double wantedL;
    private Task<JobResult>? flying;

    public VehicleFlight(Vehicle vehicle, Plan plan, string fingerprint, int share, JobFiles files, FlightRequest request, AlarmList alarms, StationOptions options)
    {
        (this.vehicle, this.options, JobId, Share, Plan) = (vehicle, options, files.Id, share, plan);
        var mine = plan.Sorties.Where(s => s.Vehicle == share).ToList();
        part = plan with { Sorties = mine, Missions = [.. plan.Missions.Where(m => mine.Exists(s => s.Number == m.SortieNumber))] };
        Pump = new PumpCalibration(plan.Sprayer.PumpMaxFlowLPerMin);
        var now = options.Time.GetUtcNow();
        journal = JournalWriter.Create(files.Journal(share), new JournalHeader(plan.Job.Id, fingerprint, $"{plan.Sprayer.Name} #{vehicle.Id}", options.IsSimulated, now), options.Time);
        if (request.Measured(now) is { } measured) journal.Append(measured);
        var flightOptions = JobFlightOptions.For(Pump, sortie => SprayPreset.For(plan.Sprayer, plan.Fleet.JobOf(plan.Job, sortie.Vehicle), Pump, sortie));
        job = new JobFlight(vehicle, part, flightOptions, new FlightSink(journal, track, alarms), RefillAsync, options.Time);
    }

    public string JobId { get; }

    public int Share { get; }

    public Plan Plan { get; }

    public PumpCalibration Pump { get; }

    public FlownTrack Track => track;

    public bool IsOver => flying is { IsCompleted: true };

    /// <summary>Whether the order has a place now.</summary>
    public bool Order(FlightOrderWord order)
    {
        if (!Orders().Contains(order)) return false;
        if (order == FlightOrderWord.Start) flying = FlyAsync();
        else if (order == FlightOrderWord.Refilled) filled?.TrySetResult();
        else stop.Cancel();
        return true;
    }

    public FlightNow Now(Vehicle vehicle, DateTimeOffset now)
    {
        var progress = job.Progress;
        var areaM2 = part.Sorties.Sum(s => s.SprayLegs.Sum(l => l.LengthM * l.Swath.WidthM));
        var fraction = Math.Clamp(progress.JobFraction, 0, 1);
        return new FlightNow(
            JobId, Share, flying is null ? "waiting" : Word(progress.Phase.ToString()), Said.Of(progress.State), progress.Sortie, progress.Sorties, fraction, progress.Flown.Litres,
            Math.Max(0, filledL - track.LitresSinceRefill), areaM2 * fraction, areaM2 * (1 - fraction), part.Sorties.Sum(s => s.Duration.TotalMinutes) * (1 - fraction), Plan.Sprayer.SwathWidthM,
            filled is null ? null : wantedL, [], [.. Orders().Select(o => Word(o.ToString()))], [], IsOver);
    }

    public async Task FinishAsync()
    {
        await stop.CancelAsync();
        if (flying is { } task) await task;
        Dispose();
    }

    public void Dispose()
    {
        job.Dispose();
        journal.Dispose();
        stop.Dispose();
    }

    private async Task<JobResult> FlyAsync()
    {
        var result = await job.RunAsync(cancel: stop.Token);
        if (result.End != JobEnd.JournalFailed) journal.End(options.Time.GetUtcNow(), result.IsComplete);
        return result;
    }

    private IReadOnlyList<FlightOrderWord> Orders() => IsOver ? [] : flying is null ? [FlightOrderWord.Start] : filled is not null ? [FlightOrderWord.Refilled, FlightOrderWord.Stop] : [FlightOrderWord.Return, FlightOrderWord.Stop];

    private async Task RefillAsync(Sortie sortie, CancellationToken cancel)
    {
        wantedL = sortie.Litres;
        if (options.RefillSimulated is { } refill) refill(vehicle.Id, sortie.Litres * Math.Min(1.05, Plan.Sprayer.TankL / Math.Max(sortie.Litres, 0.001)));
        else
        {
            filled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await filled.Task.WaitAsync(cancel);
            filled = null;
        }

        filledL = sortie.Litres;
        track.Refilled();
    }

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
