using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Tests.Conformance.Ground;

/// <summary>Takes a vehicle out of its swath in one of the ways that happen, and watches its pump from then on.</summary>
internal static class SprayOff
{
    /// <summary>Slow enough for a heartbeat to be in time on a starved machine.</summary>
    private const double CarefulSpeedUp = 5;

    /// <returns>The moment. The fence is breached by flying on: it was drawn before.</returns>
    public static double Strike(this GroundStation ground, SprayOffCause cause)
    {
        if (cause is SprayOffCause.GroundLost or SprayOffCause.BatteryLow or SprayOffCause.BatteryCritical or SprayOffCause.RadioLost)
        {
            ground.Vehicle.Pace(CarefulSpeedUp);
            ground.Run(1);
        }

        switch (cause)
        {
            case SprayOffCause.GroundLost:
                ground.SetParameter("FS_GCS_ENABLE", 6).ShouldBe(6);
                ground.Run(1);
                ground.Beat();
                ground.SendsHeartbeats = false;
                break;
            case SprayOffCause.BatteryLow or SprayOffCause.BatteryCritical: ground.Vehicle.DrainBattery(low: true); break;
            case SprayOffCause.RadioLost: ground.Vehicle.LoseRadioControl(true); break;
            case SprayOffCause.GpsLost: ground.Vehicle.LoseGps(true); break;
            case SprayOffCause.PilotRtl: ground.Switch(FlightMode.Rtl).ShouldBe(MavResult.Accepted); break;
            case SprayOffCause.PilotLand: ground.Switch(FlightMode.Land).ShouldBe(MavResult.Accepted); break;
            case SprayOffCause.PilotBrake: ground.Switch(FlightMode.Brake).ShouldBe(MavResult.Accepted); break;
            case SprayOffCause.PilotLoiter: ground.Switch(FlightMode.Loiter).ShouldBe(MavResult.Accepted); break;
        }

        return ground.NowS;
    }

    /// <summary>The moment of the last change of mode, how long the pump ran on after it, and how far.</summary>
    public static (double ModeS, double OffS, double SprayedM) WatchPump(this GroundStation ground)
    {
        var (modeS, _) = ground.Flown.Modes[^1];
        ground.Flown.SprayedM = 0;
        ground.Run(30, () => !ground.Flown.Pumping, "pump off");
        var off = ground.Flown.Pump[^1];
        return (modeS, Math.Max(0, off.AtS - modeS), ground.Flown.SprayedM);
    }
}
