using DroneFarm.FirmwareSim.Body;

namespace DroneFarm.FirmwareSim.Autopilot.Modes;

/// <summary>
/// The modes in which the vehicle comes to rest: BRAKE holds its height, the others climb and sink with the pilot's throttle, so
/// that LOITER with the throttle at its minimum goes down to the ground (point 19).
/// </summary>
internal sealed class HoldMode(Copter copter, FlightMode id) : Mode(copter)
{
    private const double BrakeMps2 = 7.5, LoiterBrakeMps2 = 2.5, ClimbMps2 = 2.5;

    public override FlightMode Id => id;

    public override bool AllowsArming => id != FlightMode.Brake;

    public override bool NeedsPlace => id is FlightMode.Brake or FlightMode.Loiter;

    public override Thrust Step(double dtS)
    {
        if (Copter.Landed && (id == FlightMode.Brake || Copter.Rc.Throttle <= 0.05)) return Copter.IdleOnGround();
        if (Copter.Landed) Copter.LiftOff();
        Copter.Control.Stop(id == FlightMode.Brake ? BrakeMps2 : LoiterBrakeMps2, dtS);
        Copter.Control.Climb(id == FlightMode.Brake ? 0 : PilotRateMps(), ClimbMps2, dtS);
        return Copter.Steer(dtS);
    }

    /// <summary>Throttle in the middle holds; PILOT_SPEED_DN 0 means PILOT_SPEED_UP.</summary>
    private double PilotRateMps()
    {
        const double deadBand = 0.1;
        var up = Copter.Parameters["PILOT_SPEED_UP"] / 100;
        var down = Copter.Parameters["PILOT_SPEED_DN"] is > 0 and var set ? set / 100 : up;
        var stick = (Copter.Rc.Throttle * 2) - 1;
        if (Math.Abs(stick) <= deadBand) return 0;
        return stick > 0 ? stick * up : stick * down;
    }
}
