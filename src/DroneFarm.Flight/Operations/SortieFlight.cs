using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Operations;

/// <summary>
/// One sortie from the refill to the disarmed vehicle. Each step either holds or ends the sortie with its reason; nothing is armed before sprayer off,
/// mission, fence and rally points were seen on the vehicle.
/// </summary>
internal sealed class SortieFlight(
    Vehicle vehicle,
    Sortie sortie,
    Mission mission,
    JobFlightOptions options,
    Refill refill,
    FlightRecorder recorder,
    Action<Stage> enter,
    Func<FlightEventKind, Phrase, Task> tell)
{
    /// <summary>A vehicle is given up when it is silent for as long as its sortie lasts and this besides.</summary>
    private static readonly TimeSpan SilenceMargin = TimeSpan.FromMinutes(5);
    private const int MostLaunches = 2;

    private readonly MissionShape shape = new(mission);

    public async Task<(SortieResult Result, Phrase Reason)> RunAsync(CancellationToken cancel)
    {
        recorder.Begin(sortie.Number, shape);
        if (await PrepareAsync(cancel) is { } refused) return (Result(cancel.IsCancellationRequested ? SortieEnd.Cancelled : SortieEnd.NotFlown, 0), refused);
        Enter(FlightPhase.Flying);
        var returning = WatchReturnAsync(cancel);
        var followed = await vehicle.RunAsync(new Follow(shape, options.Pump, sortie.Duration + SilenceMargin), cancel);
        await returning;
        if (followed.End == SortieEnd.Flown) await tell(FlightEventKind.SortieDone, Phrase.Of("flight.sortie-done", $"{sortie.Number}"));
        return (Result(followed.End, followed.FurthestItem), followed.Reason);
    }

    /// <summary>Null when the mission flies; otherwise why not.</summary>
    private async Task<Phrase?> PrepareAsync(CancellationToken cancel)
    {
        if (await SprayerIsOffAsync(cancel) is { } running) return running;
        Enter(FlightPhase.Refilling);
        if (await RefillAsync(cancel) is { } stopped) return stopped;
        Enter(FlightPhase.Uploading);
        if (await UploadAsync(cancel) is { } notUploaded) return notUploaded;
        Enter(FlightPhase.GettingReady);
        for (var launches = 1; ; launches++)
        {
            if (await GetReadyAsync(cancel) is { } notReady) return notReady;
            if (await SprayerIsOffAsync(cancel) is { } runs) return runs;
            Enter(FlightPhase.Arming);
            var launch = await vehicle.RunAsync(new Launch(), cancel);
            if (launch.Outcome == LaunchOutcome.Started) return null;
            if (launch.Outcome == LaunchOutcome.NotStarted && !vehicle.State.IsArmed && launches < MostLaunches) continue;
            return Phrase.Of("flight.not-launched." + launch.Outcome.ToString().ToLowerInvariant(), launch.Reason);
        }
    }

    private async Task<Phrase?> RefillAsync(CancellationToken cancel)
    {
        try
        {
            await refill(sortie, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return Phrase.Of("flight.cancelled");
        }

        await tell(FlightEventKind.Refilled, Phrase.Of("flight.refilled", $"{sortie.Litres:0.0}", $"{sortie.Number}"));
        return null;
    }

    private async Task<Phrase?> SprayerIsOffAsync(CancellationToken cancel) => await vehicle.RunAsync(new SprayerOff(options.Pump), cancel) switch
    {
        SprayerOffOutcome.Confirmed => null,
        SprayerOffOutcome.Acknowledged => Phrase.Of("flight.sprayer-off.acknowledged"),
        SprayerOffOutcome.StillRunning => Phrase.Of("flight.sprayer-off.still-running"),
        SprayerOffOutcome.Cancelled => Phrase.Of("flight.cancelled"),
        _ => Phrase.Of("flight.sprayer-off.unanswered"),
    };

    private async Task<Phrase?> UploadAsync(CancellationToken cancel)
    {
        var home = vehicle.State.Motion?.Value.Place ?? mission.Items.Select(i => i.Place).FirstOrDefault(p => p is not null) ?? default;
        (MavMissionType Type, IReadOnlyList<WireItem> Items)[] lists =
        [
            (MavMissionType.Fence, [.. mission.Fence.Select(WireItem.Of)]),
            (MavMissionType.Rally, [.. mission.RallyPoints.Select(WireItem.Of)]),
            (MavMissionType.Mission, [WireItem.HomeSlot(home), .. mission.Items.Select(WireItem.Of)]),
        ];
        foreach (var (type, items) in lists)
        {
            var result = await vehicle.RunAsync(new VerifiedUpload(type, items), cancel);
            if (!result.IsVerified) return UploadText.Why(result);
        }

        await tell(FlightEventKind.MissionVerified, Phrase.Of("flight.mission-verified", $"{lists[2].Items.Count}", $"{lists[0].Items.Count}", $"{lists[1].Items.Count}"));
        return null;
    }

    private async Task<Phrase?> GetReadyAsync(CancellationToken cancel)
    {
        var mode = await vehicle.RunAsync(new ModeChange(CopterMode.Guided), cancel);
        if (mode != CommandOutcome.Accepted) return Phrase.Of("flight.no-guided", vehicle.State.Notice?.Value.Text ?? "");
        var ready = await vehicle.WaitAsync(
            (state, now) => state.CanNavigate(now) && state.PreArmOk is not { Value: false }, options.ReadyWithin, cancel);
        return ready ? null : Phrase.Of("flight.not-ready", vehicle.State.Notice?.Value.Text ?? "");
    }

    private async Task WatchReturnAsync(CancellationToken cancel)
    {
        var home = await vehicle.WaitAsync(
            (state, _) => !state.IsArmed || state.Mode is not CopterMode.Auto || state.Mission?.Value.Current >= shape.TailItem, TimeSpan.FromHours(2), cancel);
        if (!home || vehicle.State is not { IsArmed: true, Mode: CopterMode.Auto }) return;
        Enter(FlightPhase.Returning);
        await tell(FlightEventKind.Returning, Phrase.Of("flight.returning"));
    }

    private void Enter(FlightPhase phase) => enter(new Stage(sortie.Number, phase, shape));

    private SortieResult Result(SortieEnd end, int furthest) =>
        new(sortie.Number, end, recorder.Flown, furthest, end == SortieEnd.Flown ? 1 : shape.Fraction(furthest, null));
}
