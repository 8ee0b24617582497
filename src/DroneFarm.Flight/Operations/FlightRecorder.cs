using DroneFarm.Core.Flights;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Operations;

/// <summary>Turns what is seen of a vehicle into track points and events. Watches only; it decides nothing.</summary>
internal sealed class FlightRecorder(VehicleId vehicle, PumpCalibration pump, IFlightSink sink, TimeSpan linkLostAfter) : IVehicleObserver
{
    private static readonly TimeSpan GuardIsGoneAfter = TimeSpan.FromSeconds(5);

    private readonly VehicleClock clock = new();
    private readonly PumpReports reports = new(pump);
    private volatile Flown flown = Flown.Nothing;
    private volatile SortieInHand sortie = new(0, null, null);
    private TrackPoint? last;
    private (TrackPoint Point, uint UptimeMs)? unsettled;
    private bool pumpOn;
    private bool stray;
    private int swath;
    private bool lost, guardGone;

    /// <summary>What was flown and sprayed since <see cref="Begin"/>.</summary>
    public Flown Flown => flown;

    /// <summary>Nothing comes out although the pump runs: what is flown meanwhile stays dry. Set on the vehicle's loop.</summary>
    public bool IsDry { get; set; }

    /// <summary>From here on everything belongs to this sortie.</summary>
    public void Begin(int number, MissionShape? shape)
    {
        Settle();
        (sortie, flown, IsDry) = (new(number, shape, shape is null ? null : new StrayPump(shape, pump)), Flown.Nothing, false);
    }

    public void Saw(VehicleState before, VehicleState after, Packet? packet, DateTimeOffset now)
    {
        WatchLink(after, now);
        WatchGuardSilence(after, now);
        if (after.Notice is { } notice && notice != before.Notice) Say(notice.Value, now);
        if (packet is not { } seen) return;
        if (seen.Is<GlobalPositionInt>()) Track(after, now);
        if (seen.Is<ServoOutputRaw>() && after.Servos is { Value: var servos } && servos != before.Servos?.Value)
        {
            reports.Add(servos);
            Settle();
            WatchPump(after, now);
        }

        WatchStray(after, now);
        if (seen.Is<NamedValueFloat>()) WatchGuard(before, after, now);
        if (seen.Is<Heartbeat>()) WatchPulse(before, after, now);
        if (seen.Is<ExtendedSysState>()) WatchGround(before, after, now);
        // On the ground that is a battery being changed.
        if (after.Boots != before.Boots) Tell(before.IsArmed ? FlightEventKind.Alarm : FlightEventKind.Note, Phrase.Of("flight.rebooted"), now);
    }

    public void Tell(FlightEventKind kind, Phrase text, DateTimeOffset now) => sink.Event(new FlightEvent(now, vehicle, sortie.Number, kind, text));

    /// <summary>A place waits for the report of the pump's output after it, which may be nearer in time than the one before it: by that alone, spray would seem to end up to 0.1 s late.</summary>
    private void Track(VehicleState state, DateTimeOffset now)
    {
        Settle();
        if (!state.IsArmed || sortie.Number == 0)
        {
            last = null;
            return;
        }

        var motion = state.Motion!.Value.Value;
        var at = clock.Moment(state.UptimeMs, now);
        unsettled = (new TrackPoint(at, vehicle, sortie.Number, motion.Place, motion.HeightM, motion.SpeedMps, null, motion.Heading), state.UptimeMs);
        if (!reports.MayComeNearer(state.UptimeMs)) Settle();
    }

    private void Settle()
    {
        if (unsettled is not var (place, uptimeMs)) return;
        unsettled = null;
        var point = place with { FlowLPerMin = reports.FlowLPerMin(uptimeMs) is { } flow ? IsDry ? 0 : flow : null };
        if (last?.FlowLPerMin is { } was && point.FlowLPerMin is { } now && was > 0 != now > 0 && reports.SwitchedBefore(uptimeMs) is { } before)
        {
            foreach (var switched in PumpSwitch.Between(last, point, before)) Add(switched);
        }

        Add(point);
    }

    private void Add(TrackPoint point)
    {
        flown = flown.Plus(last, point);
        last = point;
        sink.Track(point);
    }

    private void WatchPump(VehicleState state, DateTimeOffset now)
    {
        var on = pump.IsOn(state.Servos!.Value.Value.PulseUs(pump.Channel));
        if (on == pumpOn) return;
        pumpOn = on;
        if (on) swath = SwathAt(state.Mission?.Value.Current ?? 0);
        if (swath == 0) Tell(on ? FlightEventKind.Alarm : FlightEventKind.SprayerOff, Phrase.Of(on ? "flight.pump-on" : "flight.pump-off"), now);
        else Tell(on ? FlightEventKind.SwathStarted : FlightEventKind.SwathEnded, Phrase.Of(on ? "flight.swath-started" : "flight.swath-ended", $"{swath}"), now);
    }

    /// <summary>The item lags the pump by up to a quarter second, so one before its swath means that swath.</summary>
    private int SwathAt(int current) => sortie.Shape is not { } shape ? 0 : shape.Sprays(current) ? shape.Swath(current) : shape.Swath(current) + 1;

    /// <summary>A guard that was heard and is silent while the vehicle is not: from here on only the mission and we can stop the pump.</summary>
    private void WatchGuardSilence(VehicleState state, DateTimeOffset now)
    {
        var gone = state.IsArmed && state.Guard is { } guard && guard.Age(now) > GuardIsGoneAfter && !state.IsSilent(now, linkLostAfter);
        if (gone && !guardGone) Tell(FlightEventKind.Alarm, Phrase.Of("flight.guard-gone"), now);
        guardGone = gone;
    }

    private void WatchStray(VehicleState state, DateTimeOffset now)
    {
        var seen = sortie.Stray?.IsSeen(state, now) ?? false;
        if (seen && !stray) Tell(FlightEventKind.Alarm, Phrase.Of("flight.pump-on"), now);
        stray = seen;
    }

    private void WatchGuard(VehicleState before, VehicleState after, DateTimeOffset now)
    {
        if (before.Guard is { } was && after.Guard is { } guard && guard.Value > was.Value) Tell(FlightEventKind.SprayerOff, Phrase.Of("flight.guard-stopped"), now);
    }

    private void WatchPulse(VehicleState before, VehicleState after, DateTimeOffset now)
    {
        if (before.Pulse is null || after.Pulse is not { } pulse) return;
        if (before.IsArmed != after.IsArmed)
        {
            Tell(after.IsArmed ? FlightEventKind.Armed : FlightEventKind.Disarmed, Phrase.Of(after.IsArmed ? "flight.armed" : "flight.disarmed"), now);
        }

        if (before.Mode != after.Mode) Tell(FlightEventKind.ModeChanged, Phrase.Of("flight.mode", ModeName.Of(pulse.Value.Mode)), now);
    }

    private void WatchGround(VehicleState before, VehicleState after, DateTimeOffset now)
    {
        var (was, isNow) = (before.Landed?.Value, after.Landed?.Value);
        if (was == isNow || was is null) return;
        if (was == MavLandedState.OnGround) Tell(FlightEventKind.TookOff, Phrase.Of("flight.took-off"), now);
        if (isNow == MavLandedState.OnGround) Tell(FlightEventKind.Landed, Phrase.Of("flight.landed"), now);
    }

    private void WatchLink(VehicleState state, DateTimeOffset now)
    {
        var silent = state.IsSilent(now, linkLostAfter);
        if (silent == lost) return;
        lost = silent;
        Tell(silent ? FlightEventKind.LinkLost : FlightEventKind.LinkBack, Phrase.Of(silent ? "flight.link-lost" : "flight.link-back"), now);
    }

    private void Say(Notice notice, DateTimeOffset now)
    {
        if (notice.Severity > MavSeverity.Warning && !notice.IsFailsafe) return;
        var alarm = notice.IsFailsafe || notice.Severity <= MavSeverity.Error;
        Tell(alarm ? FlightEventKind.Alarm : FlightEventKind.Note, Phrase.Of("flight.vehicle-says", notice.Text), now);
    }

    private sealed record SortieInHand(int Number, MissionShape? Shape, StrayPump? Stray);
}
