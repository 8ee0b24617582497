using DroneFarm.FirmwareSim.Body;

namespace DroneFarm.FirmwareSim.Autopilot.Modes;

/// <summary>LAND: stops, comes straight down and disarms. It needs no position: without one it drifts with the wind.</summary>
internal sealed class LandMode(Copter copter) : Mode(copter)
{
    private const double BrakeMps2 = 2.5;

    private readonly Descent descent = new(copter);

    public override FlightMode Id => FlightMode.Land;

    public override bool NeedsPlace => false;

    public override Thrust Step(double dtS)
    {
        if (descent.Done)
        {
            Copter.Disarm();
            return Thrust.Off;
        }

        Copter.Control.Stop(BrakeMps2, dtS);
        descent.Step(dtS);
        return Copter.Steer(dtS);
    }
}
