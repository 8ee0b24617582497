using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Flight.Operations;

/// <summary>
/// Flies a plan's missions one after the other with one vehicle, refilling before each, until all are flown or something ends the job. However it ends,
/// it ends with the sprayer off and the vehicle on the ground, or with a plain word that this was not seen.
/// </summary>
/// <remarks>
/// <code>
/// Preparing -> [Refilling -> Uploading -> GettingReady -> Arming -> Flying -> Returning] for each sortie -> Done
/// any --cancelled, journal failed, refused, not armed--> MakingSafe (sprayer off, RTL if in the air, until disarmed) -> Done
/// Flying --pilot took over, failsafe, ended early--> Done, after it was watched to the ground: no further sortie, nothing commanded but the sprayer's stop
/// </code>
/// </remarks>
public sealed class JobFlight : IDisposable
{
    private readonly Vehicle vehicle;
    private readonly Plan plan;
    private readonly JobFlightOptions options;
    private readonly Refill refill;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource stop = new();
    private readonly AuditSink audit;
    private readonly FlightRecorder recorder;
    private volatile IReadOnlyList<SortieResult> sorties = [];
    private volatile Stage stage = new(1, FlightPhase.Preparing, null);

    /// <param name="journal">Its first failure stops the job.</param>
    public JobFlight(Vehicle vehicle, Plan plan, JobFlightOptions options, IFlightSink journal, Refill refill, TimeProvider time)
    {
        (this.vehicle, this.plan, this.options, this.refill, this.time) = (vehicle, plan, options, refill, time);
        audit = new AuditSink(journal, stop);
        recorder = new FlightRecorder(vehicle.Id, options.Pump, audit, VehicleOptions.ForFlying.LinkLostAfter);
    }

    /// <summary>How it stands now; for screens that sample.</summary>
    public JobProgress Progress => Picture();

    /// <summary>Flies the job. Cancelling brings the vehicle home first, so the task ends when it is safe, not when it was asked.</summary>
    /// <param name="progress">Told at each change of phase and now and then between.</param>
    public async Task<JobResult> RunAsync(IProgress<JobProgress>? progress = null, CancellationToken cancel = default)
    {
        using var asked = cancel.UnsafeRegister(_ => stop.Cancel(), null);
        await using var watching = await vehicle.ObserveAsync(recorder);
        using var reporting = new CancellationTokenSource();
        var reports = ReportAsync(progress, reporting.Token);
        var (end, reason) = await FlyAsync(progress);
        var safe = end is JobEnd.Done ? null : await MakeSafeAsync(end, progress);
        await TellAsync(end == JobEnd.Done ? FlightEventKind.JobDone : FlightEventKind.Stopped, reason);
        Enter(stage with { Phase = FlightPhase.Done }, progress);
        await reporting.CancelAsync();
        await reports;
        if (audit.Failure is { } failure) (end, reason) = (JobEnd.JournalFailed, Phrase.Of("flight.journal-failed", failure.Message));
        return new JobResult(end, reason, sorties, Total(sorties), vehicle.State, safe);
    }

    public void Dispose() => stop.Dispose();

    private async Task<(JobEnd End, Phrase Reason)> FlyAsync(IProgress<JobProgress>? progress)
    {
        if (vehicle.State.IsArmed) return (JobEnd.NotReady, Phrase.Of("flight.already-armed"));
        Enter(stage, progress);
        foreach (var mission in plan.Missions)
        {
            var sortie = plan.Sorties.First(s => s.Number == mission.SortieNumber);
            if (options.PresetFor?.Invoke(sortie) is { } preset && await PresetSetter.ApplyAsync(vehicle, preset, stop.Token) is { } refused) return Ended(JobEnd.NotReady, refused);
            var flight = new SortieFlight(vehicle, sortie, mission, options, refill, recorder, phase => Enter(phase, progress), TellAsync);
            var (result, reason) = await flight.RunAsync(stop.Token);
            sorties = [.. sorties, result];
            if (result.End != SortieEnd.Flown) return Ended(Meaning(result.End), reason);
        }

        return (JobEnd.Done, Phrase.Of("flight.job-done", $"{sorties.Count}"));
    }

    /// <summary>What stops a job from outside hides behind whatever it interrupted.</summary>
    private (JobEnd End, Phrase Reason) Ended(JobEnd end, Phrase reason) =>
        audit.Failure is not null ? (JobEnd.JournalFailed, Phrase.Of("flight.journal-failed", audit.Failure.Message))
        : stop.IsCancellationRequested && end is JobEnd.NotReady or JobEnd.Cancelled ? (JobEnd.Cancelled, Phrase.Of("flight.cancelled"))
        : (end, reason);

    private static JobEnd Meaning(SortieEnd end) => end switch
    {
        SortieEnd.PilotTookOver => JobEnd.PilotTookOver,
        SortieEnd.Failsafe => JobEnd.Failsafe,
        SortieEnd.EndedEarly => JobEnd.EndedEarly,
        SortieEnd.LinkLost => JobEnd.LinkLost,
        SortieEnd.Cancelled => JobEnd.Cancelled,
        _ => JobEnd.NotReady,
    };

    private async Task<SafeReturnResult> MakeSafeAsync(JobEnd end, IProgress<JobProgress>? progress)
    {
        Enter(stage with { Phase = FlightPhase.MakingSafe }, progress);
        var mayCommand = end is JobEnd.Cancelled or JobEnd.JournalFailed or JobEnd.NotReady;
        if (mayCommand && vehicle.State.IsArmed) await TellAsync(FlightEventKind.Returning, Phrase.Of("flight.making-safe"));
        var safe = await SafeReturn.RunAsync(vehicle, options.Pump, mayCommand, time);
        await TellAsync(FlightEventKind.SprayerOff, Phrase.Of("flight.sprayer-off." + safe.Sprayer switch
        {
            SprayerOffOutcome.Confirmed => "confirmed",
            SprayerOffOutcome.Acknowledged => "acknowledged",
            SprayerOffOutcome.StillRunning => "still-running",
            _ => "unanswered",
        }));
        if (!safe.Disarmed) await TellAsync(FlightEventKind.Alarm, Phrase.Of("flight.not-seen-disarmed"));
        return safe;
    }

    private async Task TellAsync(FlightEventKind kind, Phrase text) => await vehicle.RunAsync(new Remark(now => recorder.Tell(kind, text, now)));

    private void Enter(Stage next, IProgress<JobProgress>? progress)
    {
        stage = next;
        progress?.Report(Picture());
    }

    private async Task ReportAsync(IProgress<JobProgress>? progress, CancellationToken cancel)
    {
        if (progress is null) return;
        try
        {
            using var timer = new PeriodicTimer(options.ReportEvery, time);
            while (await timer.WaitForNextTickAsync(cancel)) progress.Report(Picture());
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
        }
    }

    private static Flown Total(IReadOnlyList<SortieResult> sorties) => sorties.Aggregate(Flown.Nothing, (sum, s) => sum + s.Flown);

    private JobProgress Picture()
    {
        var (now, state, sorties) = (stage, vehicle.State, this.sorties);
        var flying = now.Phase is FlightPhase.Flying or FlightPhase.Returning or FlightPhase.MakingSafe;
        var ended = sorties.Count >= now.Sortie ? sorties[now.Sortie - 1] : null;
        var fraction = ended?.Fraction
            ?? (now.Shape is null || !flying ? 0 : now.Shape.Fraction(state.Mission?.Value.Current ?? 0, state.Motion?.Value.Place));
        var lengths = plan.Sorties.Select(s => s.LengthM).DefaultIfEmpty(0).ToArray();
        var flownM = sorties.Sum(s => s.Fraction * lengths.ElementAtOrDefault(s.Number - 1)) + (ended is null ? fraction * lengths.ElementAtOrDefault(now.Sortie - 1) : 0);
        return new JobProgress(
            now.Sortie,
            plan.Missions.Count,
            now.Phase,
            Phrase.Of("flight.phase." + now.Phase.ToString().ToLowerInvariant()),
            fraction,
            lengths.Sum() is > 0 and var allM ? flownM / allM : 0,
            ended is null ? Total(sorties) + recorder.Flown : Total(sorties),
            state,
            vehicle.IsLost);
    }
}
