using System.Globalization;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Operations.Interlocks;
using DroneFarm.Flight.Operations.States;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Operations;

/// <summary>
/// Follows a mission that flies, until the vehicle is disarmed, and says what happens in it. It commands nothing but the sprayer: when the vehicle leaves
/// AUTO, announces a failsafe, or pumps where no swath is, it takes the sprayer's permission back, since that survives every mode change (ARDUPILOT.md point 3).
/// </summary>
/// <param name="saw">Told of each change, on the vehicle's loop.</param>
/// <remarks>
/// <code>
/// Flying   --mode left AUTO, vehicle says failsafe (or AUTO_RTL)--> Watching (Failsafe)      --disarmed--> done
///          --RTL that <see cref="ExpectHome"/> announced----------> Watching (BroughtHome)   --disarmed--> done
///          --mode left AUTO otherwise---------------------------> Watching (PilotTookOver) --disarmed--> done
///          --disarmed, tail reached--> Flown                      --disarmed before--> EndedEarly
/// any      --not heard for longer than the sortie lasts--> LinkLost
/// </code>
/// What it says is left when the pilot gives the mode back: the reason stands, the mission flies on, the sprayer stays off until the mission's next order.
/// </remarks>
public sealed class Follow(MissionShape shape, PumpCalibration pump, TimeSpan silenceLimit, Action<FlightCause, Phrase, DateTimeOffset>? saw = null) : Exchange<FollowResult>
{
    /// <summary>A failsafe's words come just before its mode; this long before still explain it.</summary>
    private static readonly TimeSpan FailsafeExplains = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(0.5);

    private static readonly TimeSpan TellAgainAfter = TimeSpan.FromSeconds(1.5);

    private readonly StrayPump stray = new(shape, pump);
    private readonly SprayerHold sprayer = new(pump);
    private SortieEnd cause = SortieEnd.Flown;
    private Phrase reason = Phrase.Of("flight.sortie-flown");
    private Phrase? comesHome;
    private int furthest;
    private bool away, lost;
    private DateTimeOffset began;
    private DateTimeOffset lastFailsafe;
    private DateTimeOffset offTargetAt;

    /// <summary>Switches off where the boom is over ground that is no target.</summary>
    internal OffTargetPump? Interlock { get; init; }

    /// <summary>Told once when an interlock has switched off.</summary>
    internal Action<Phrase, DateTimeOffset>? Alarm { get; init; }

    // Nobody else may talk to the sprayer meanwhile.
    public override string Topic => "command 216";

    /// <summary>Whether the sprayer has its permission back after <see cref="Allow"/>.</summary>
    public bool IsAllowed => sprayer.IsAllowed;

    /// <summary>From here on the vehicle's RTL is ours. On the vehicle's loop.</summary>
    public void ExpectHome(Phrase why, DateTimeOffset now)
    {
        comesHome = why;
        sprayer.Stop(Peer, now);
    }

    /// <summary>The sprayer off, confirmed, and kept off until <see cref="Allow"/> or the mission's next order. On the vehicle's loop.</summary>
    public void Hold(DateTimeOffset now) => sprayer.Stop(Peer, now);

    /// <summary>The permission as the mission would have it at this item, before a held vehicle goes on. On the vehicle's loop.</summary>
    public void Allow(DateTimeOffset now)
    {
        if (shape.Sprays(Peer.State.Mission?.Value.Current ?? 0)) sprayer.Allow(Peer, now);
        else sprayer.LeaveOff();
    }

    protected override FollowResult Aborted(AbortReason reason) => new(SortieEnd.Cancelled, Phrase.Of("flight.cancelled"), furthest, sprayer.Outcome);

    protected override void OnStart(DateTimeOffset now)
    {
        began = lastFailsafe = now;
        Due = now + LookEvery;
    }

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
        sprayer.On(packet, now);
        Look(Peer.State, now);
        if (!IsDone) KeepOn(now);
    }

    protected override void OnTick(DateTimeOffset now)
    {
        if (Peer.State.IsSilent(now, silenceLimit)) Finish(Ended(SortieEnd.LinkLost, Phrase.Of("flight.not-heard-again")));
        else KeepOn(now);
    }

    private void Look(VehicleState state, DateTimeOffset now)
    {
        if (state.Pulse is not { } pulse || pulse.At < began) return;
        if (!pulse.Value.Armed)
        {
            End();
            return;
        }

        if (state.Failsafe is { } failsafe && failsafe.At > lastFailsafe)
        {
            lastFailsafe = failsafe.At;
            sprayer.Stop(Peer, now);
        }

        if (Interlock?.BeyondM(state, now) is { } beyondM) OffTarget(beyondM, now);
        if (pulse.Value.Mode != CopterMode.Auto) LeftAuto(state, pulse.Value, now);
        else InAuto(state, now);
    }

    /// <summary>Off, and off until the mission's next order; a pump that runs on is told of again when it was off between.</summary>
    private void OffTarget(double beyondM, DateTimeOffset now)
    {
        sprayer.Stop(Peer, now);
        if (now - offTargetAt > TellAgainAfter) Alarm?.Invoke(Phrase.Of("flight.off-target", beyondM.ToString("0.0", CultureInfo.InvariantCulture)), now);
        offTargetAt = now;
    }

    private void LeftAuto(VehicleState state, Pulse pulse, DateTimeOffset now)
    {
        var first = !away;
        away = true;
        var mode = ModeName.Of(pulse.Mode);
        if (comesHome is { } asked && pulse.Mode is CopterMode.Rtl or CopterMode.AutoRtl)
        {
            if (cause == SortieEnd.Flown) (cause, reason) = (SortieEnd.BroughtHome, asked);
            return;
        }

        if (cause is not (SortieEnd.Flown or SortieEnd.BroughtHome) && !first) return;
        var said = state.Failsafe is { } failsafe && failsafe.At >= began && failsafe.Age(now) <= FailsafeExplains;
        var bySelf = said || pulse.Mode == CopterMode.AutoRtl || pulse.Status == MavState.Critical;
        var why = !bySelf ? Phrase.Of("flight.pilot-took-over", mode)
            : said ? Phrase.Of("flight.failsafe", state.Failsafe!.Value.Value.Text, mode) : Phrase.Of("flight.failsafe-silent", mode);
        if (cause is SortieEnd.Flown or SortieEnd.BroughtHome) (cause, reason) = (bySelf ? SortieEnd.Failsafe : SortieEnd.PilotTookOver, why);
        comesHome = null;
        sprayer.Stop(Peer, now);
        var fence = said && state.Failsafe!.Value.Value.Text.Contains("fence", StringComparison.OrdinalIgnoreCase);
        saw?.Invoke(!bySelf ? FlightCause.PilotTook : fence ? FlightCause.FenceBreached : FlightCause.FailsafeActed, why, now);
    }

    private void InAuto(VehicleState state, DateTimeOffset now)
    {
        if (away)
        {
            away = false;
            saw?.Invoke(FlightCause.GivenBack, Phrase.Of("flight.given-back"), now);
        }

        if (state.Mission is not { } mission || mission.At < began) return;
        var current = mission.Value.Current;
        furthest = Math.Max(furthest, current);
        if (stray.IsSeen(state, now)) sprayer.Stop(Peer, now);
        TellProgress(current, now);
    }

    /// <summary>Told at every report: a phase that did not take it the first time, as a pause, takes it when it is over.</summary>
    private void TellProgress(int current, DateTimeOffset now)
    {
        if (current >= shape.TailItem) saw?.Invoke(FlightCause.WorkDone, Phrase.Of("flight.returning"), now);
        else if (shape.Sprays(current)) saw?.Invoke(FlightCause.SwathBegun, Phrase.Of("flight.in-swath", $"{shape.Swath(current)}"), now);
        else if (shape.IsTakeoff(current)) return;
        else
        {
            saw?.Invoke(FlightCause.TurnedToWork, Phrase.Of("flight.to-work"), now);
            saw?.Invoke(FlightCause.SwathLeft, Phrase.Of("flight.swath-left", $"{shape.Swath(current)}"), now);
        }
    }

    private void End()
    {
        var whole = cause == SortieEnd.Flown && furthest < shape.TailItem;
        Finish(whole ? Ended(SortieEnd.EndedEarly, Phrase.Of("flight.ended-early", $"{furthest}", $"{shape.TailItem}")) : Ended(cause, reason));
    }

    private void KeepOn(DateTimeOffset now)
    {
        var silent = Peer.State.IsSilent(now, VehicleOptions.ForFlying.LinkLostAfter);
        if (silent != lost)
        {
            lost = silent;
            saw?.Invoke(silent ? FlightCause.LinkLost : FlightCause.LinkBack, Phrase.Of(silent ? "flight.link-lost" : "flight.link-back"), now);
        }

        sprayer.Tick(Peer, now);
        Due = sprayer.Due is { } due && due < now + LookEvery ? due : now + LookEvery;
    }

    private FollowResult Ended(SortieEnd end, Phrase why) => new(end, why, furthest, sprayer.Outcome);
}
