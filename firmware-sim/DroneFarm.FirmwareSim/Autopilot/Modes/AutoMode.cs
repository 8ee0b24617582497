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
    /// <summary>A CONDITION_YAW is done within 2 degrees.</summary>
    private const double ThereRad = 2 * Math.PI / 180;

    private readonly Takeoff takeoff = new(copter);
    private readonly ReturnFlight way = new(copter);
    private readonly Descent descent = new(copter);
    private PathFollower path = new(copter.PathLimits());
    private Duty duty;
    private double arrivedS;
    private bool waitsForTerrain;
    private double? noseRad;

    private enum Duty
    {
        Nothing,
        Takeoff,
        Waypoint,
        Return,
        Land,
    }

    private bool TurnsByItself => Copter.Parameters["WP_YAW_BEHAVIOR"] != 0;

    public override FlightMode Id => OnWayHome ? FlightMode.AutoRtl : FlightMode.Auto;

    public bool OnWayHome { get; private set; }

    public bool IsPaused => duty == Duty.Waypoint && path.Paused;

    public bool IsTurning => noseRad is { } wanted && Math.Abs(Math.IEEERemainder(wanted - Copter.Airframe.YawRad, 2 * Math.PI)) > ThereRad;

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
        noseRad = null;
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
                var target = path.Step(dtS, Copter.Airframe.Place, Copter.Airframe.VelocityMps);
                Copter.Control.Follow(target);
                if (noseRad is null && TurnsByItself) Copter.Control.FaceAlong(target.VelocityMps.Horizontal);
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
        // A nose that a CONDITION_YAW turned is kept from waypoint to waypoint with WP_YAW_BEHAVIOR 0 alone.
        if (TurnsByItself) noseRad = null;
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

    public void Do(in StoredItem item)
    {
        if (item.Command == MavCmd.ConditionYaw) Turn(item);
        else Copter.Do(item, path);
    }

    public void EndOfMission()
    {
        duty = Duty.Waypoint;
        if (Copter.Landed) Copter.Disarm();
        if (!path.Reached) path.StartAt(Copter.StoppingPlace());
    }

    /// <summary>CONDITION_YAW: absolute (param 4 is 0) or from the present heading, to the right or, with param 3 negative, to the left.</summary>
    private void Turn(in StoredItem item)
    {
        var rad = item.Param1 * Math.PI / 180;
        noseRad = item.Param4 == 0 ? rad : Copter.Airframe.YawRad + (item.Param3 < 0 ? -rad : rad);
        Copter.Control.Face(noseRad.Value);
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
        var stops = item.Command != MavCmd.NavWaypoint || item.Param1 > 0;
        if (!stops && after is { Command: MavCmd.NavWaypoint or MavCmd.NavLoiterTime or MavCmd.NavLoiterUnlim } next && Copter.PlaceOf(next) is { } then)
            path.Announce(then);
    }
}
