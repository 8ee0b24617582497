namespace DroneFarm.FirmwareSim.Autopilot.Modes;

/// <summary>
/// A vertical take-off: the motors need 3.3 s from arming before the vehicle leaves the ground (recording of ArduCopter 4.6.3:
/// armed at 42.97 s, climbing at 46.3 s, 3 m reached at 49.9 s), then it climbs and slows towards its height.
/// </summary>
internal sealed class Takeoff(Copter copter)
{
    private const double SpoolS = 3.3, ClimbMps2 = 1.2, SlowMps2 = 0.6, NearM = 0.02;

    private double beganS, heightM;

    public bool Active { get; private set; }

    public bool Done => copter.Airframe.Place.UpM >= heightM - NearM;

    /// <param name="toHeightM">Above the place of switching on.</param>
    public void Begin(double toHeightM)
    {
        Active = true;
        heightM = toHeightM;
        beganS = Math.Max(copter.ArmedSinceS, copter.NowS - SpoolS);
        if (copter.Landed) beganS = copter.NowS;
    }

    public void End() => Active = false;

    /// <returns>False while the motors still spool up.</returns>
    public bool Step(double dtS)
    {
        if (copter.Landed)
        {
            if (copter.NowS - beganS < SpoolS) return false;
            copter.LiftOff();
        }

        copter.Control.Stop(ClimbMps2, dtS);
        copter.Control.ClimbTo(heightM, copter.Parameters["WPNAV_SPEED_UP"] / 100, copter.Parameters["WPNAV_SPEED_DN"] / 100, ClimbMps2, SlowMps2, dtS);
        return true;
    }
}
