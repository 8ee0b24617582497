using DroneFarm.Core.Text;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Operations;

/// <summary>
/// Follows a mission that flies, until the vehicle is disarmed. It commands nothing, with one exception: when the vehicle leaves AUTO, announces a
/// failsafe, or pumps where no swath is, it takes the sprayer's permission back, since that survives every mode change (ARDUPILOT.md point 3).
/// </summary>
/// <remarks>
/// <code>
/// Flying   --mode left AUTO, vehicle says failsafe (or AUTO_RTL)--> Watching (Failsafe)      --disarmed--> done
///          --mode left AUTO otherwise---------------------------> Watching (PilotTookOver) --disarmed--> done
///          --disarmed, tail reached--> Flown                      --disarmed before--> EndedEarly
/// any      --not heard for longer than the sortie lasts--> LinkLost
/// </code>
/// What it says is left when the pilot gives the mode back: the reason stands, the mission flies on, the sprayer stays off until the mission's next order.
/// </remarks>
public sealed class Follow(MissionShape shape, PumpCalibration pump, TimeSpan silenceLimit) : Exchange<FollowResult>
{
    /// <summary>A failsafe's words come just before its mode; this long before still explain it.</summary>
    private static readonly TimeSpan FailsafeExplains = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(0.5);

    private readonly StrayPump stray = new(shape, pump);
    private SortieEnd cause = SortieEnd.Flown;
    private Phrase reason = Phrase.Of("flight.sortie-flown");
    private int furthest;
    private SprayerOff? stopping;
    private SprayerOffOutcome? stopped;
    private DateTimeOffset began;
    private DateTimeOffset lastFailsafe;

    // Nobody else may talk to the sprayer meanwhile.
    public override string Topic => "command 216";

    protected override FollowResult Aborted(AbortReason reason) => new(SortieEnd.Cancelled, Phrase.Of("flight.cancelled"), furthest, stopped);

    protected override void OnStart(DateTimeOffset now)
    {
        began = lastFailsafe = now;
        Due = now + LookEvery;
    }

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
        stopping?.On(packet, now);
        Look(Peer.State, now);
        if (!IsDone) KeepStopping(now);
    }

    protected override void OnTick(DateTimeOffset now)
    {
        stopping?.Tick(now);
        if (Peer.State.IsSilent(now, silenceLimit)) Finish(Ended(SortieEnd.LinkLost, Phrase.Of("flight.not-heard-again")));
        else KeepStopping(now);
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
            Stop(now);
        }

        if (pulse.Value.Mode != CopterMode.Auto) LeftAuto(state, pulse.Value, now);
        else if (state.Mission is { } mission && mission.At >= began) WatchMission(state, mission.Value.Current, now);
    }

    private void LeftAuto(VehicleState state, Pulse pulse, DateTimeOffset now)
    {
        if (cause != SortieEnd.Flown) return;
        var said = state.Failsafe is { } failsafe && failsafe.At >= began && failsafe.Age(now) <= FailsafeExplains;
        var bySelf = said || pulse.Mode == CopterMode.AutoRtl || pulse.Status == MavState.Critical;
        var mode = ModeName.Of(pulse.Mode);
        (cause, reason) = bySelf
            ? (SortieEnd.Failsafe, said ? Phrase.Of("flight.failsafe", state.Failsafe!.Value.Value.Text, mode) : Phrase.Of("flight.failsafe-silent", mode))
            : (SortieEnd.PilotTookOver, Phrase.Of("flight.pilot-took-over", mode));
        Stop(now);
    }

    private void WatchMission(VehicleState state, int current, DateTimeOffset now)
    {
        furthest = Math.Max(furthest, current);
        if (stray.IsSeen(state, now)) Stop(now);
    }

    private void End()
    {
        var whole = cause == SortieEnd.Flown && furthest < shape.TailItem;
        Finish(whole ? Ended(SortieEnd.EndedEarly, Phrase.Of("flight.ended-early", $"{furthest}", $"{shape.TailItem}")) : Ended(cause, reason));
    }

    private void Stop(DateTimeOffset now)
    {
        if (stopping is { IsDone: false }) return;
        stopping = new SprayerOff(pump);
        stopping.Start(Peer, now);
    }

    /// <summary>An order that was not confirmed is given again for as long as it takes.</summary>
    private void KeepStopping(DateTimeOffset now)
    {
        if (stopping is { IsDone: true } done)
        {
            stopped = done.Result;
            stopping = null;
            if (stopped is SprayerOffOutcome.StillRunning or SprayerOffOutcome.Unanswered) Stop(now);
        }

        Due = stopping?.Due is { } due && due < now + LookEvery ? due : now + LookEvery;
    }

    private FollowResult Ended(SortieEnd end, Phrase why) => new(end, why, furthest, stopped);
}
