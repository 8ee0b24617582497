using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim.Autopilot.Legs;

namespace DroneFarm.FirmwareSim.Autopilot.Modes;

/// <summary>
/// The way home or to a rally point: climb to RTL_ALT first (point 22; less when close, RTL_CONE_SLOPE), fly there, wait
/// RTL_LOIT_TIME, land. Used by RTL and by the mission's own RTL item.
/// </summary>
internal sealed class ReturnFlight(Copter copter)
{
    private readonly Descent descent = new(copter);
    private PathFollower path = new(copter.PathLimits());
    private Stage stage;
    private double arrivedS;
    private LocalPoint goal;

    private enum Stage
    {
        Climb,
        Return,
        Loiter,
        Land,
    }

    public bool Done => stage == Stage.Land && descent.Done;

    public void Begin()
    {
        stage = Stage.Climb;
        var speed = copter.Parameters["RTL_SPEED"] is > 0 and var set ? set / 100 : copter.Parameters["WPNAV_SPEED"] / 100;
        path = new PathFollower(copter.PathLimits() with { SpeedMps = speed });
        var start = copter.StoppingPlace();
        path.StartAt(start);
        goal = copter.ReturnPlace();
        var distanceM = start.Ground.DistanceM(goal);
        double heightM = copter.HeightM, wantedM = Math.Max(heightM + (copter.Parameters["RTL_CLIMB_MIN"] / 100), copter.Parameters["RTL_ALT"] / 100);
        if (copter.Parameters["RTL_CONE_SLOPE"] is >= 0.5 and var slope) wantedM = Math.Min(wantedM, Math.Max(Math.Max(distanceM * slope, 2), heightM));
        var upM = Math.Max(wantedM, heightM) + copter.Home.UpM;
        path.GoTo(start with { UpM = upM });
        path.Announce(start with { EastM = goal.EastM, NorthM = goal.NorthM, UpM = upM });
    }

    public void Step(double dtS)
    {
        switch (stage)
        {
            case Stage.Climb:
                Follow(dtS);
                if (!path.Reached) break;
                stage = Stage.Return;
                path.GoTo(path.Destination with { EastM = goal.EastM, NorthM = goal.NorthM });
                break;
            case Stage.Return:
                Follow(dtS);
                if (!path.Reached) break;
                stage = Stage.Loiter;
                arrivedS = copter.NowS;
                break;
            case Stage.Loiter:
                Follow(dtS);
                if (copter.NowS - arrivedS >= copter.Parameters["RTL_LOIT_TIME"] / 1000) stage = Stage.Land;
                break;
            default:
                copter.Control.Stop(1, dtS);
                descent.Step(dtS);
                break;
        }
    }

    private void Follow(double dtS) => copter.Control.Follow(path.Step(dtS, copter.Airframe.Place, copter.Airframe.VelocityMps));
}
