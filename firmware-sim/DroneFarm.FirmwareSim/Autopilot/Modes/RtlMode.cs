using DroneFarm.FirmwareSim.Body;

namespace DroneFarm.FirmwareSim.Autopilot.Modes;

/// <summary>RTL: home or to the nearest rally point, and down.</summary>
internal sealed class RtlMode(Copter copter) : Mode(copter)
{
    private readonly ReturnFlight way = new(copter);

    public override FlightMode Id => FlightMode.Rtl;

    public override void Enter()
    {
        base.Enter();
        way.Begin();
    }

    public override Thrust Step(double dtS)
    {
        if (Copter.Landed)
        {
            Copter.Disarm();
            return Thrust.Off;
        }

        way.Step(dtS);
        return Copter.Steer(dtS);
    }
}
