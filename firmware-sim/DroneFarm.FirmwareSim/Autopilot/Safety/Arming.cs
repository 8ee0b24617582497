namespace DroneFarm.FirmwareSim.Autopilot.Safety;

/// <summary>The checks before the motors may start, each with the text the vehicle gives.</summary>
internal sealed class Arming(Copter copter)
{
    private const double AttitudeReadyS = 5.5;

    /// <summary>The pre-arm bit of SYS_STATUS: right for modes that need no position (point 16).</summary>
    public bool PreArmOk => copter.Navigation.HasOrigin && GeneralRefusal() is null;

    /// <returns>Why not, or null.</returns>
    public string? Refusal()
    {
        if (!copter.Mode.AllowsArming) return $"Arm: {NameOf(copter.Mode.Id)} mode not armable";
        if (GeneralRefusal() is { } reason) return $"Arm: {reason}";
        if (copter.Mode.NeedsPlace && !copter.Navigation.HasPlace) return "Arm: Need Position Estimate";
        return copter.Mode.NeedsPlace && copter.FenceGuard.Enabled && copter.FenceGuard.IsBreached() ? "Arm: vehicle outside fence" : null;
    }

    private string? GeneralRefusal()
    {
        if (copter.NowS < AttitudeReadyS) return "AHRS: not using configured AHRS type";
        if (!copter.Navigation.HasOrigin) return "Waiting for home";
        if (!copter.Rc.HasSignal && copter.Parameters.IsOn("FS_THR_ENABLE")) return "Radio failsafe on";
        if (copter.Failsafes.BatteryLatched) return "Battery failsafe";
        if (copter.MissionIsOverTerrain && !copter.Parameters.IsOn("TERRAIN_ENABLE")) return "terrain disabled";
        if (copter.MissionWaitsForTerrain()) return "waiting for terrain data";
        return copter.Parameters["BATT_ARM_VOLT"] is > 0 and var least && copter.Airframe.Battery.VoltageV < least ? "Battery 1 below minimum arming voltage" : null;
    }

    private static string NameOf(FlightMode mode) => mode switch
    {
        FlightMode.Auto => "AUTO",
        FlightMode.Rtl => "RTL",
        FlightMode.Land => "LAND",
        FlightMode.Brake => "BRAKE",
        _ => mode.ToString(),
    };
}
