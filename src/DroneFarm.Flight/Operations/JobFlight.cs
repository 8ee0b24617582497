using System.Threading.Channels;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Resuming;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Operations.BlackBoxes;
using DroneFarm.Flight.Operations.States;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Flight.Operations;

/// <summary>
/// Flies one vehicle's part of a job: sortie after sortie with a refill before each, and what is left of one that was cut short. It drives
/// <see cref="FlightTable"/>: each phase is one step below, and each step ends in a cause. However it ends, it ends with the sprayer off and the vehicle on
/// the ground, or with a plain word that this was not seen. A pilot's mode is never fought.
/// </summary>
public sealed class JobFlight : IDisposable
{
    private readonly Vehicle vehicle;
    private readonly Plan plan;
    private readonly JobFlightOptions options;
    private readonly TimeProvider time;
    private readonly IWork work;
    private readonly FlownSoFar flown;
    private readonly bool isBegun;
    private readonly CancellationTokenSource stop = new();
    private readonly AuditSink audit;
    private readonly FlightRecorder recorder;
    private readonly SortieFlight flight;
    private readonly JobPicture picture;
    private readonly HoleFilling holes;
    private readonly Channel<FlightOrder> choices = Channel.CreateUnbounded<FlightOrder>();
    private volatile IReadOnlyList<SortieResult> sorties = [];
    private volatile FlightStatus status;
    private volatile Assignment? hand;
    private IProgress<JobProgress>? progress;
    private double flownM;

    /// <param name="journal">Its first failure stops the job.</param>
    /// <param name="before">What was flown before, of a job that is resumed: then what is left is planned first. Null to fly the whole plan.</param>
    public JobFlight(Vehicle vehicle, Plan plan, JobFlightOptions options, IFlightSink journal, Refill refill, TimeProvider time, FlightLog? before = null)
        : this(vehicle, plan, options, new FlownSoFar(journal, before), refill, time, before is not null)
    {
    }

    private JobFlight(Vehicle vehicle, Plan plan, JobFlightOptions options, FlownSoFar flown, Refill refill, TimeProvider time, bool isBegun)
        : this(vehicle, plan, options, flown, refill, time, new PlannedWork(plan, () => flown.Log(plan.Job.Id), isBegun), isBegun)
    {
    }

    /// <summary>One vehicle of several: what it flies is shared out by <paramref name="work"/>.</summary>
    /// <param name="flown">What all of them have flown.</param>
    /// <param name="isBegun">The job was begun before.</param>
    public JobFlight(Vehicle vehicle, Plan plan, JobFlightOptions options, FlownSoFar flown, Refill refill, TimeProvider time, IWork work, bool isBegun = false)
    {
        (this.vehicle, this.plan, this.options, this.time, this.work, this.flown, this.isBegun) = (vehicle, plan, options, time, work, flown, isBegun);
        status = FlightStatus.Begin(time.GetUtcNow());
        audit = new AuditSink(flown, stop);
        recorder = new FlightRecorder(vehicle.Id, options.Pump, audit, VehicleOptions.ForFlying.LinkLostAfter);
        flight = new SortieFlight(vehicle, plan, options, refill, recorder, work.ClearAsync, Happened, TellAsync, time);
        picture = new JobPicture(vehicle, flight, recorder, work);
        holes = new HoleFilling(vehicle, options.Pump, flown, plan.Job.Id, audit, recorder, time);
    }

    /// <summary>How it stands now; for screens that sample.</summary>
    public JobProgress Progress => Picture();

    public VehicleId Vehicle => vehicle.Id;

    /// <summary>Asks something of this vehicle. Null when it is taken; otherwise why it has no place now.</summary>
    public async Task<Phrase?> OrderAsync(FlightOrder order)
    {
        var cause = FlightOrders.Cause(order.Kind, status.Phase);
        var taken = false;
        Phrase? held = null;
        await vehicle.RunAsync(new Remark(now =>
        {
            if (cause == FlightCause.GoOnAsked && status.Allows(cause) && (held = flight.HeldBy(now)) is not null)
            {
                if (!order.Answers) return;
                (held, var answered) = (null, flight.AnswerForWind(now));
                recorder.Tell(FlightEventKind.Alarm, answered, now);
            }

            taken = status.Allows(cause);
            if (!taken) return;
            if (order.Kind != FlightOrderKind.Stop) Happened(cause, Phrase.Of("flight.asked." + order.Kind.ToString().ToLowerInvariant()), now);
        }));
        if (held is not null) return held;
        if (!taken) return Phrase.Of("flight.order-out-of-place", order.Kind.ToString().ToLowerInvariant());
        if (order.Kind == FlightOrderKind.Stop) await stop.CancelAsync();
        else if (FlightTable.IsInAir(status.Phase)) flight.Order(order);
        else choices.Writer.TryWrite(order);
        return null;
    }

    /// <summary>Flies the job. Cancelling brings the vehicle home first, so the task ends when it is safe, not when it was asked.</summary>
    /// <param name="progress">Told at each change of phase and now and then between.</param>
    public async Task<JobResult> RunAsync(IProgress<JobProgress>? progress = null, CancellationToken cancel = default)
    {
        this.progress = progress;
        using var asked = cancel.UnsafeRegister(_ => stop.Cancel(), null);
        await using var watching = await vehicle.ObserveAsync(recorder);
        using var reporting = new CancellationTokenSource();
        var reports = ReportAsync(reporting.Token);
        var (end, reason) = await FlyAsync();
        var safe = end is JobEnd.Done or JobEnd.AlreadyArmed ? null : await new MakingSafe(vehicle, options.Pump, HappenedAsync, TellAsync, time).RunAsync(end, reason);
        await TellAsync(end == JobEnd.Done ? FlightEventKind.JobDone : FlightEventKind.Stopped, reason);
        await reporting.CancelAsync();
        await reports;
        progress?.Report(Picture());
        if (audit.Failure is { } failure) (end, reason) = (JobEnd.JournalFailed, Phrase.Of("flight.journal-failed", failure.Message));
        return new JobResult(end, reason, sorties, SortieResult.Total(sorties), vehicle.State, safe);
    }

    public void Dispose() => stop.Dispose();

    private async Task<(JobEnd End, Phrase Reason)> FlyAsync()
    {
        if (isBegun)
        {
            if (await TakeUpAsync() is { } over) return over;
        }
        else if (vehicle.State.IsArmed)
        {
            return (JobEnd.AlreadyArmed, Phrase.Of("flight.already-armed"));
        }
        else
        {
            if (!options.WaitsForPeople) await HappenedAsync(FlightCause.StartAsked, Phrase.Of("flight.asked.start"));
            else if (await ChoiceAsync(FlightOrderKind.Start) is null) return Ended(JobEnd.Cancelled, Phrase.Of("flight.cancelled"));
            hand = work.Next();
        }

        while (hand is { } sortie)
        {
            var (result, reason) = await flight.RunAsync(sortie, stop.Token);
            if (await AfterAsync(sortie, result, reason) is { } over) return over;
        }

        return (JobEnd.Done, Phrase.Of("flight.job-done", $"{sorties.Count}"));
    }

    /// <summary>A job that was begun before: a vehicle that still flies is followed down first, what nobody heard is fetched, and what is left is planned.</summary>
    private async Task<(JobEnd End, Phrase Reason)?> TakeUpAsync()
    {
        var before = flown.Log(plan.Job.Id);
        var last = before.Track.Select(p => p.SortieNumber).DefaultIfEmpty().Max();
        if (vehicle.State.IsArmed)
        {
            await HappenedAsync(FlightCause.Adopted, Phrase.Of("flight.adopted"));
            var (result, reason) = await flight.AdoptAsync(last, plan, stop.Token);
            sorties = [.. sorties, result];
            if (result.End == SortieEnd.Cancelled) return Ended(JobEnd.Cancelled, reason);
            await HappenedAsync(FlightCause.CutShort, reason);
            await holes.FillAsync(last, stop.Token);
            await HappenedAsync(FlightCause.ResumeAsked, Phrase.Of("flight.asked.resume"));
        }
        else
        {
            await holes.FillAsync(last, stop.Token);
            await HappenedAsync(FlightCause.TakenUp, Phrase.Of("flight.asked.resume"));
        }

        return await ReplanAsync(options.Entry);
    }

    /// <summary>What follows a sortie: null when the next one is in hand, or none is left.</summary>
    private async Task<(JobEnd End, Phrase Reason)?> AfterAsync(Assignment sortie, SortieResult result, Phrase reason)
    {
        sorties = [.. sorties, result];
        flownM += sortie.Sortie.LengthM * result.Fraction;
        hand = null;
        if (result.End is SortieEnd.NotFlown or SortieEnd.Cancelled)
        {
            work.Ended(sortie, result);
            return Ended(result.End.OfJob(), reason);
        }

        await holes.FillAsync(sortie.Sortie.Number, stop.Token);
        work.Ended(sortie, result);
        if (result.End == SortieEnd.Flown)
        {
            hand = work.Next();
            await HappenedAsync(hand is null && !work.IsShared ? FlightCause.JobFlown : FlightCause.SortieFlown, Phrase.Of("flight.sortie-done", $"{sortie.Sortie.Number}"));
            if (hand is not null || !work.IsShared) return null;
            hand = await work.LaterAsync(stop.Token);
            if (hand is null) await HappenedAsync(FlightCause.JobFlown, Phrase.Of("flight.others-done"));
            return stop.IsCancellationRequested ? Ended(JobEnd.Cancelled, Phrase.Of("flight.cancelled")) : null;
        }

        await HappenedAsync(FlightCause.CutShort, reason);
        return await GoOnAsync(result.End, reason);
    }

    /// <summary>After a sortie was cut short: null when the next one is in hand, or nothing is left to fly.</summary>
    private async Task<(JobEnd End, Phrase Reason)?> GoOnAsync(SortieEnd end, Phrase reason)
    {
        var entry = options.Entry;
        if (options.WaitsForPeople)
        {
            if (await ChoiceAsync(FlightOrderKind.Resume) is not { } chosen) return Ended(JobEnd.Cancelled, Phrase.Of("flight.cancelled"));
            entry = chosen.Entry;
        }
        else if (end != SortieEnd.BroughtHome || !flight.MayGoOnByItself) return Ended(end.OfJob(), reason);
        else await HappenedAsync(FlightCause.ResumeAsked, reason);

        return await ReplanAsync(entry);
    }

    private async Task<(JobEnd End, Phrase Reason)?> ReplanAsync(ReEntry entry)
    {
        var refused = await work.ReplanAsync(entry, stop.Token);
        hand = refused is null ? work.Next() : null;
        if (hand is null && refused is not null && refused.Key != "resume.nothing-left") return Ended(JobEnd.NotReady, refused);
        await TellAsync(FlightEventKind.Replanned, hand is null ? Phrase.Of("resume.nothing-left") : Phrase.Of("flight.replanned", $"{work.Left + 1}"));
        await HappenedAsync(hand is null ? FlightCause.NothingLeft : FlightCause.Replanned, Phrase.Of(hand is null ? "resume.nothing-left" : "flight.phase.replanning"));
        return null;
    }

    /// <summary>Null when the job was stopped instead.</summary>
    private async Task<FlightOrder?> ChoiceAsync(FlightOrderKind kind)
    {
        try
        {
            while (true)
            {
                if (await choices.Reader.ReadAsync(stop.Token) is var order && order.Kind == kind) return order;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>What stops a job from outside hides behind whatever it interrupted.</summary>
    private (JobEnd End, Phrase Reason) Ended(JobEnd end, Phrase reason) =>
        audit.Failure is not null ? (JobEnd.JournalFailed, Phrase.Of("flight.journal-failed", audit.Failure.Message))
        : stop.IsCancellationRequested && end is JobEnd.NotReady or JobEnd.Cancelled ? (JobEnd.Cancelled, Phrase.Of("flight.cancelled"))
        : (end, reason);

    private async Task TellAsync(FlightEventKind kind, Phrase text) => await vehicle.RunAsync(new Remark(now => recorder.Tell(kind, text, now)));

    private async Task HappenedAsync(FlightCause cause, Phrase reason) => await vehicle.RunAsync(new Remark(now => Happened(cause, reason, now)));

    /// <summary>On the vehicle's loop, which alone moves the phase.</summary>
    /// <returns>False when it has no place in the phase.</returns>
    private bool Happened(FlightCause cause, Phrase reason, DateTimeOffset now)
    {
        var after = status.After(cause, reason, now);
        if (after == status) return false;
        status = after;
        recorder.Tell(FlightEventKind.PhaseChanged, PhaseChange.Text(FlightOrders.PhaseKey(after.Phase), reason), now);
        progress?.Report(Picture());
        return true;
    }

    private async Task ReportAsync(CancellationToken cancel)
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

    private JobProgress Picture() => picture.At(status, sorties, hand, flownM, time.GetUtcNow());
}
