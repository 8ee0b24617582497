using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Operations.Interlocks;
using DroneFarm.Flight.Operations.Parameters;
using DroneFarm.Flight.Operations.Preflight;
using DroneFarm.Flight.Operations.States;
using DroneFarm.Flight.Operations.Supply;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Operations;

/// <summary>
/// One sortie from its parameters to the disarmed vehicle. Each step either holds or ends the sortie with its reason; nothing is armed before sprayer off,
/// mission, fence and rally points were seen on the vehicle and every item of the checklist holds.
/// </summary>
internal sealed class SortieFlight(
    Vehicle vehicle,
    Plan plan,
    JobFlightOptions options,
    Refill refill,
    FlightRecorder recorder,
    Func<Assignment, CancellationToken, Task<Phrase?>> clear,
    Func<FlightCause, Phrase, DateTimeOffset, bool> happened,
    Func<FlightEventKind, Phrase, Task> tell,
    TimeProvider time)
{
    /// <summary>A vehicle is given up when it is silent for as long as its sortie lasts and this besides.</summary>
    private static readonly TimeSpan SilenceMargin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan HoldAgainAfter = TimeSpan.FromSeconds(5);
    private const int MostLaunches = 2;

    private readonly OffTargetPump target = new(new TargetGround(plan.Farm), options.Pump, plan.Sprayer.SwathWidthM);

    private volatile MissionShape? shape;
    private volatile FlightShare? share;
    private volatile AirOrders? air;
    private volatile WindWatch? wind;
    private TankSensors sensors = TankSensors.None;
    private double? filledL, usedBeforeL;
    private bool missionVerified, returns;
    private int bootsThen;
    private bool? sprayerVerified;
    private TerrainSource? terrain;
    private HighGround? highGround;

    /// <summary>How much of the mission in hand is flown, 0 to 1.</summary>
    public double ShareOf(VehicleState state) => share?.Of(state) ?? 0;

    /// <summary>It came home for something that a refill mends, or was asked to: not by a hand that wants it down.</summary>
    public bool MayGoOnByItself => air?.HomeCause is FlightCause.RanDry or FlightCause.BatteryLow;

    public async Task<(SortieResult Result, Phrase Reason)> RunAsync(Assignment work, CancellationToken cancel)
    {
        var sortie = work.Sortie;
        (shape, share, air, missionVerified, returns, sprayerVerified, filledL) = (new MissionShape(work.Mission), null, null, false, false, null, null);
        recorder.Begin(sortie.Number, shape);
        if (await PrepareAsync(work, shape, cancel) is { } refused) return (Result(sortie, cancel.IsCancellationRequested ? SortieEnd.Cancelled : SortieEnd.NotFlown, 0), refused);
        var followed = await FollowAsync(work, shape, cancel);
        if (followed.End == SortieEnd.Flown) await tell(FlightEventKind.SortieDone, Phrase.Of("flight.sortie-done", $"{sortie.Number}"));
        return (Result(sortie, followed.End, followed.FurthestItem), followed.Reason);
    }

    /// <summary>Takes up a flight that was begun by a ground station that is gone: whatever mission the vehicle holds, it is followed to the ground.</summary>
    public async Task<(SortieResult Result, Phrase Reason)> AdoptAsync(int number, Plan plan, CancellationToken cancel)
    {
        recorder.Begin(number, null);
        var held = await vehicle.RunAsync(new MissionDownload(MavMissionType.Mission), cancel);
        var mission = new Mission(number, [.. held.Items.Skip(1).Select(i => i.ToItem())], [], []);
        var sortie = (plan.Sorties.FirstOrDefault(s => s.Number == number) ?? plan.Sorties[0]) with { Number = number };
        (shape, share, air, returns, filledL) = (new MissionShape(mission), null, null, false, null);
        recorder.Begin(number, shape);
        var followed = await FollowAsync(new Assignment(sortie, mission), shape, cancel);
        return (Result(sortie, followed.End, followed.FurthestItem), followed.Reason);
    }

    private async Task<FollowResult> FollowAsync(Assignment work, MissionShape shape, CancellationToken cancel)
    {
        var follow = new Follow(shape, options.Pump, work.Sortie.Duration + SilenceMargin, Saw) { Interlock = target, Alarm = (why, now) => recorder.Tell(FlightEventKind.Alarm, why, now) };
        var orders = new AirOrders(vehicle, follow, happened);
        (air, share) = (orders, new FlightShare(shape, time.GetUtcNow()));
        using var landed = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var ordering = orders.RunAsync(landed.Token);
        wind = new WindWatch(plan.Job.WeatherLimits.MaxWindMps, options.Weather, time.GetUtcNow(), options.Overrides.Contains(CheckCode.Weather));
        var watching = Task.WhenAll(WatchSuppliesAsync(work, shape, landed.Token), WatchDryAsync(shape, landed.Token), WatchWindAsync(wind, landed.Token));
        var followed = await vehicle.RunAsync(follow, cancel);
        await landed.CancelAsync();
        await Task.WhenAll(ordering, watching);
        return followed;
    }

    /// <summary>An order that the phase has taken.</summary>
    public void Order(FlightOrder order) => air?.Put(order);

    public IReadOnlyList<CheckItem> Checklist(Assignment work, DateTimeOffset now) => Preflight.Checklist.Of(vehicle.State, Facts(work), now);

    public Supplies Supplies(Assignment work, double fraction, DateTimeOffset now) =>
        SupplyMeter.Of(plan, work.Sortie, vehicle.State, recorder.Flown, filledL, fraction, now, sensors, usedBeforeL);

    /// <summary>What keeps a held vehicle from going on; null when nothing does.</summary>
    public Phrase? HeldBy(DateTimeOffset now) => wind?.Holds(vehicle.State, now);

    /// <summary>Somebody answers for the wind; what the journal keeps of it.</summary>
    public Phrase AnswerForWind(DateTimeOffset now) => wind!.Answer(vehicle.State, now);

    private void Saw(FlightCause cause, Phrase reason, DateTimeOffset now)
    {
        happened(cause, reason, now);
        if (cause != FlightCause.WorkDone || returns) return;
        returns = true;
        recorder.Tell(FlightEventKind.Returning, reason, now);
    }

    /// <summary>Null when the mission flies; otherwise why not.</summary>
    private async Task<Phrase?> PrepareAsync(Assignment work, MissionShape shape, CancellationToken cancel)
    {
        sensors = await TankSensors.FindAsync(vehicle, cancel);
        if (options.PresetFor?.Invoke(work.Sortie) is { } preset)
        {
            if (await PresetSetter.ApplyAsync(vehicle, preset, cancel) is { } notTaken) return notTaken;
            sprayerVerified = true;
        }

        if (await SprayerIsOffAsync(cancel) is { } running) return running;
        await GoAsync(FlightCause.Prepared, "flight.prepared");
        if (await RefillAsync(work.Sortie, cancel) is { } stopped) return stopped;
        await GoAsync(FlightCause.Filled, "flight.refilled", $"{work.Sortie.Litres:0.0}", $"{work.Sortie.Number}");
        if (await UploadAsync(work.Mission, cancel) is { } notUploaded) return notUploaded;
        await GoAsync(FlightCause.Uploaded, "flight.verified");
        for (var launches = 1; ; launches++)
        {
            var notReady = await GetReadyAsync(work, cancel);
            // A battery that was changed is a reboot, and may be noticed only after the upload: then nobody knows which of the two came first.
            if (notReady is not null && HasRebooted) notReady = await UploadAsync(work.Mission, cancel) ?? await GetReadyAsync(work, cancel);
            if (notReady is not null) return notReady;
            await GoAsync(FlightCause.Cleared, "flight.cleared");
            if (await SprayerIsOffAsync(cancel) is { } runs) return runs;
            var launch = await vehicle.RunAsync(new Launch(), cancel);
            if (launch.Outcome == LaunchOutcome.Started)
            {
                await GoAsync(FlightCause.Launched, "flight.armed");
                return null;
            }

            var why = Phrase.Of("flight.not-launched." + launch.Outcome.ToString().ToLowerInvariant(), launch.Reason);
            if (launch.Outcome != LaunchOutcome.NotStarted || vehicle.State.IsArmed || launches >= MostLaunches) return why;
            await vehicle.RunAsync(new Remark(now => happened(FlightCause.NotLaunched, why, now)), cancel);
        }
    }

    private Task<bool> GoAsync(FlightCause cause, string key, params string[] args) => vehicle.RunAsync(new Remark(now => happened(cause, Phrase.Of(key, args), now)));

    private async Task<Phrase?> RefillAsync(Sortie sortie, CancellationToken cancel)
    {
        try
        {
            await refill(sortie, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return Phrase.Of("flight.cancelled");
        }

        (filledL, usedBeforeL) = (sortie.Litres, sensors.FlowNow(vehicle.State, time.GetUtcNow())?.UsedL);
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

    private async Task<Phrase?> UploadAsync(Mission mission, CancellationToken cancel)
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

        (missionVerified, bootsThen) = (true, vehicle.State.Boots);
        await tell(FlightEventKind.MissionVerified, Phrase.Of("flight.mission-verified", $"{lists[2].Items.Count}", $"{lists[0].Items.Count}", $"{lists[1].Items.Count}"));
        return null;
    }

    /// <summary>GUIDED, every item of the checklist, and the slot to take off in.</summary>
    private async Task<Phrase?> GetReadyAsync(Assignment work, CancellationToken cancel)
    {
        var mode = await vehicle.RunAsync(new ModeChange(CopterMode.Guided), cancel);
        if (mode != CommandOutcome.Accepted) return Phrase.Of("flight.no-guided", vehicle.State.Notice?.Value.Text ?? "");
        if (plan.Job.HeightDatum == AltitudeDatum.Terrain)
        {
            terrain = await AskTerrainAsync(cancel);
            // Tiles may have to be unpacked first: not in the vehicle's loop.
            highGround = vehicle.GroundM is { } groundM ? await Task.Run(() => HighGround.Of(work.Sortie, plan.Farm.Frame, groundM), cancel) : null;
        }

        IReadOnlyList<CheckItem> items = [];
        bool Holds(VehicleState state, DateTimeOffset now)
        {
            items = Preflight.Checklist.Of(state, Facts(work), now);
            return items.All(i => i.LetsFly);
        }

        await vehicle.WaitAsync((state, now) => Holds(state, now) || HasRebooted, options.ReadyWithin, cancel);
        if (items.FirstOrDefault(i => !i.LetsFly) is { } missing) return missing.Text;
        foreach (var item in items.Where(i => i.Verdict == CheckVerdict.Overridden)) await tell(FlightEventKind.Alarm, Phrase.Of("flight.overridden", item.Code.ToString()));
        if (await clear(work, cancel) is { } notCleared) return notCleared;
        return await vehicle.WaitAsync(Holds, options.ReadyWithin, cancel) ? null : items.First(i => !i.LetsFly).Text;
    }

    /// <summary>Asked anew before each arming: somebody may have mended it since.</summary>
    private async Task<TerrainSource?> AskTerrainAsync(CancellationToken cancel)
    {
        var database = await vehicle.RunAsync(new ParameterGet("TERRAIN_ENABLE"), cancel);
        var rangefinder = await vehicle.RunAsync(new ParameterGet("RNGFND1_TYPE"), cancel);
        return database.Value is { } enabled && rangefinder.Value is { } type ? new TerrainSource(enabled != 0, type != 0) : null;
    }

    private PreflightFacts Facts(Assignment work) => new(
        plan, work.Sortie, options.Pump, sensors.LevelL(vehicle.State, plan.Sprayer.TankL, time.GetUtcNow()) ?? filledL, options.Weather(), IsMissionHeld(work), options.PresetFor is null ? null : sprayerVerified ?? false,
        plan.Farm.Frame.ToGeo(work.Sortie.From.Place), options.Overrides, options.RequiresGuard, terrain, vehicle.Heights, highGround);

    private bool HasRebooted => vehicle.State.Boots != bootsThen;

    /// <summary>Verified, and nothing since says that it may be another: no reboot, and as many items as were read back.</summary>
    private bool IsMissionHeld(Assignment work) => missionVerified && !HasRebooted
        && (vehicle.State.Mission is not { Value.Total: { } total } || total == work.Mission.Items.Count);

    /// <summary>Calls it home when the battery allows the way there and no more.</summary>
    private async Task WatchSuppliesAsync(Assignment work, MissionShape shape, CancellationToken cancel)
    {
        bool MustGoHome(VehicleState state, DateTimeOffset now) =>
            state is { IsArmed: true, Mode: CopterMode.Auto } && state.Mission is { } place && place.Value.Current < shape.TailItem
            && SupplyMeter.Of(plan, work.Sortie, state, recorder.Flown, filledL, 0, now, sensors, usedBeforeL).MustGoHome;

        if (!await vehicle.WaitAsync(MustGoHome, TimeSpan.FromHours(2), cancel) || cancel.IsCancellationRequested) return;
        await vehicle.RunAsync(new Remark(now => air!.CallHome(FlightCause.BatteryLow, Phrase.Of("flight.battery-low"), now)), cancel);
    }

    /// <summary>Calls it home when nothing comes out although the pump runs.</summary>
    private async Task WatchDryAsync(MissionShape shape, CancellationToken landed)
    {
        if (sensors.Flow is null) return;
        var dry = new DryWatch(sensors, options.Pump);
        bool HasRunDry(VehicleState state, DateTimeOffset now)
        {
            var over = dry.HasRunDry(state, now);
            recorder.IsDry = dry.IsDry;
            return over && state is { IsArmed: true, Mode: CopterMode.Auto } && state.Mission is { } place && place.Value.Current < shape.TailItem;
        }

        var ranDry = await vehicle.WaitAsync(HasRunDry, TimeSpan.FromHours(2), landed);
        if (ranDry && !landed.IsCancellationRequested) await vehicle.RunAsync(new Remark(now => air!.CallHome(FlightCause.RanDry, Phrase.Of("flight.ran-dry"), now)), landed);
    }

    /// <summary>Holds it, sprayer off, when the wind is over the limit, and again when it would not hold where it was asked to.</summary>
    private async Task WatchWindAsync(WindWatch wind, CancellationToken landed)
    {
        bool MustHold(VehicleState state, DateTimeOffset now) => state is { IsArmed: true, Mode: CopterMode.Auto } && wind.MustHold(state, now);
        while (await vehicle.WaitAsync(MustHold, TimeSpan.FromHours(2), landed) && !landed.IsCancellationRequested)
        {
            await vehicle.RunAsync(new Remark(now => air!.CallHold(FlightCause.WindOver, wind.Over(vehicle.State, now), now)), landed);
            await Task.Delay(HoldAgainAfter, time, landed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private SortieResult Result(Sortie sortie, SortieEnd end, int furthest) =>
        new(sortie.Number, end, recorder.Flown, furthest, end == SortieEnd.Flown ? 1 : shape!.Fraction(furthest, null));
}
