using DroneFarm.FirmwareSim.Autopilot.Legs;
using DroneFarm.FirmwareSim.Autopilot.Missions;
using DroneFarm.FirmwareSim.Body;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.FirmwareSim.Autopilot.Modes;

/// <summary>
/// AUTO: flies the mission. It shows as AUTO_RTL (27) while it flies the tail after DO_LAND_START on behalf of a failsafe
/// (point 33). The speed of DO_CHANGE_SPEED is forgotten whenever the mode is entered (point 18).
/// </summary>
internal sealed class AutoMode(Copter copter) : Mode(copter), IMissionPilot
{
    private readonly Takeoff takeoff = new(copter);
    private readonly ReturnFlight way = new(copter);
    private readonly Descent descent = new(copter);
    private PathFollower path = new(copter.PathLimits());
    private Duty duty;
    private double arrivedS;
    private bool waitsForTerrain;

    private enum Duty
    {
        Nothing,
        Takeoff,
        Waypoint,
        Return,
        Land,
    }

    public override FlightMode Id => OnWayHome ? FlightMode.AutoRtl : FlightMode.Auto;

    public bool OnWayHome { get; private set; }

    public bool IsPaused => duty == Duty.Waypoint && path.Paused;

    public override string? Refusal()
    {
        if (Copter.Mission.Total == 0) return "No mission";
        return Copter.Landed && !Copter.Runner.BeginsWithTakeoff() ? "Auto: Missing Takeoff Cmd" : null;
    }

    public override void Enter()
    {
        base.Enter();
        OnWayHome = false;
        duty = Duty.Nothing;
        takeoff.End();
        path = new PathFollower(Copter.PathLimits());
        path.StartAt(Copter.StoppingPlace());
        Copter.Runner.StartOrResume(this, Copter.Parameters.IsOn("MIS_RESTART"));
    }

    public override void Leave()
    {
        OnWayHome = false;
        Copter.Runner.Stop();
    }

    /// <summary>Failsafe action 6: goes on at DO_LAND_START.</summary>
    /// <returns>False when the mission has none.</returns>
    public bool FlyLandSequence()
    {
        if (Copter.Runner.FindLandStart() is not { } index) return false;
        if (!Copter.Mission[index].HasPlace)
        {
            // Point 34: the firmware measures the distance to the place of DO_LAND_START; at 0,0 it stops with an internal error.
            Copter.Halt();
            return true;
        }

        OnWayHome = true;
        return Copter.Runner.JumpTo(index, this);
    }

    public override bool SetSpeed(double speedMps)
    {
        path.ChangeSpeed(speedMps);
        return true;
    }

    public override bool Pause(bool hold)
    {
        if (duty != Duty.Waypoint || path.Paused == hold) return duty == Duty.Waypoint;
        path.Paused = hold;
        return true;
    }

    public override Thrust Step(double dtS)
    {
        Copter.Runner.Step(this);
        if (Copter.Landed && duty != Duty.Takeoff)
        {
            return Copter.Armed ? Copter.IdleOnGround() : Thrust.Off;
        }

        switch (duty)
        {
            case Duty.Takeoff:
                if (!Copter.AutoArmed || !takeoff.Step(dtS)) return Copter.IdleOnGround();
                break;
            case Duty.Return:
                way.Step(dtS);
                break;
            case Duty.Land:
                Copter.Control.Stop(1, dtS);
                descent.Step(dtS);
                break;
            default:
                Copter.Control.Follow(path.Step(dtS, Copter.Airframe.Place));
                break;
        }

        return Copter.Steer(dtS);
    }

    public void Fly(in StoredItem item, StoredItem? after)
    {
        var wasFlying = duty is Duty.Waypoint && path.Reached;
        if (duty == Duty.Takeoff) path.StartAt(Copter.Control.WantedPlace);
        else if (!wasFlying) path.StartAt(Copter.StoppingPlace());
        arrivedS = double.NaN;
        switch (item.Command)
        {
            case MavCmd.NavTakeoff:
                duty = Duty.Takeoff;
                takeoff.Begin(Copter.Home.UpM + Math.Max(item.AltM, 0.5));
                break;
            case MavCmd.NavReturnToLaunch:
                duty = Duty.Return;
                way.Begin();
                break;
            case MavCmd.NavLand:
                duty = Duty.Land;
                break;
            default:
                duty = Duty.Waypoint;
                Head(item, after);
                break;
        }
    }

    public bool HasFlown(in StoredItem item)
    {
        switch (duty)
        {
            case Duty.Takeoff: return !Copter.Landed && takeoff.Done;
            case Duty.Return or Duty.Land: return Copter.Landed;
            case Duty.Nothing: return false;
        }

        if (waitsForTerrain && Copter.PlaceOf(item) is { } found)
        {
            waitsForTerrain = false;
            path.GoTo(found);
        }

        if (waitsForTerrain || !path.Reached || item.Command == MavCmd.NavLoiterUnlim) return false;
        if (double.IsNaN(arrivedS)) arrivedS = Copter.NowS;
        return Copter.NowS - arrivedS >= item.Param1;
    }

    public void Do(in StoredItem item) => Copter.Do(item, path);

    public void EndOfMission()
    {
        duty = Duty.Waypoint;
        if (Copter.Landed) Copter.Disarm();
        if (!path.Reached) path.StartAt(Copter.StoppingPlace());
    }

    /// <summary>To a place, and on to the next without a stop unless a delay or another kind of item says so.</summary>
    private void Head(in StoredItem item, StoredItem? after)
    {
        var place = item.HasPlace || item.AltM != 0 ? Copter.PlaceOf(item) : path.Destination;
        waitsForTerrain = place is null;
        if (place is not { } goal)
        {
            Copter.SayWaitingForTerrain();
            path.StartAt(Copter.StoppingPlace());
            return;
        }

        path.GoTo(goal);
        Copter.Control.FaceAlong(goal.Horizontal - path.Present!.From.Horizontal);
        var stops = item.Command != MavCmd.NavWaypoint || item.Param1 > 0;
        if (!stops && after is { Command: MavCmd.NavWaypoint or MavCmd.NavLoiterTime or MavCmd.NavLoiterUnlim } next && Copter.PlaceOf(next) is { } then)
            path.Announce(then);
    }
}
