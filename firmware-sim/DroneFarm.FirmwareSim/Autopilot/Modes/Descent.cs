namespace DroneFarm.FirmwareSim.Autopilot.Modes;

/// <summary>Coming down: quickly to LAND_ALT_LOW, then at LAND_SPEED to the ground, where the motors stop after a second.</summary>
internal sealed class Descent(Copter copter)
{
    private const double AccelMps2 = 1;

    public bool Done => copter.Landed;

    public void Step(double dtS)
    {
        var control = copter.Control;
        double lowM = copter.Parameters["LAND_ALT_LOW"] / 100, slow = copter.Parameters["LAND_SPEED"] / 100;
        var fast = copter.Parameters["LAND_SPEED_HIGH"] is > 0 and var set ? set / 100 : copter.Parameters["WPNAV_SPEED_DN"] / 100;
        var aboveM = copter.HeightM - lowM;
        var rate = aboveM <= 0 ? slow : Math.Clamp(Math.Sqrt(2 * AccelMps2 * aboveM), slow, fast);
        control.Climb(-rate, AccelMps2, dtS);
    }
}
