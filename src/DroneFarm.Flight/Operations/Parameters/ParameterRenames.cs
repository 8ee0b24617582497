namespace DroneFarm.Flight.Operations.Parameters;

/// <summary>
/// What ArduPilot 4.7 renamed of the parameters that a spraying multirotor is set up with. Those whose meaning changed too (ARMING_CHECK, the gains of the
/// position controller) are not among them: they need a person. Source: ardupilot.org/copter/docs/common-param-name-changes.html.
/// </summary>
public static class ParameterRenames
{
    private const double Hundredth = 0.01;

    private static readonly ParameterRename[] All =
    [
        new("WPNAV_SPEED", "WP_SPD", Hundredth),
        new("WPNAV_SPEED_UP", "WP_SPD_UP", Hundredth),
        new("WPNAV_SPEED_DN", "WP_SPD_DN", Hundredth),
        new("WPNAV_RADIUS", "WP_RADIUS_M", Hundredth),
        new("WPNAV_ACCEL", "WP_ACC", Hundredth),
        new("WPNAV_ACCEL_Z", "WP_ACC_Z", Hundredth),
        new("WPNAV_ACCEL_C", "WP_ACC_CNR", Hundredth),
        new("WPNAV_JERK", "WP_JERK", 1),
        new("WPNAV_RFND_USE", "WP_RFND_USE", 1),
        new("WPNAV_TER_MARGIN", "WP_TER_MARGIN", 1),
        new("RTL_ALT", "RTL_ALT_M", Hundredth),
        new("RTL_ALT_FINAL", "RTL_ALT_FINAL_M", Hundredth),
        new("RTL_CLIMB_MIN", "RTL_CLIMB_MIN_M", Hundredth),
        new("RTL_SPEED", "RTL_SPEED_MS", Hundredth),
        new("LAND_SPEED", "LAND_SPD_MS", Hundredth),
        new("LAND_SPEED_HIGH", "LAND_SPD_HIGH_MS", Hundredth),
        new("LAND_ALT_LOW", "LAND_ALT_LOW_M", Hundredth),
        new("PILOT_SPEED_UP", "PILOT_SPD_UP", Hundredth),
        new("PILOT_SPEED_DN", "PILOT_SPD_DN", Hundredth),
        new("PILOT_ACCEL_Z", "PILOT_ACC_Z", Hundredth),
        new("PILOT_TKOFF_ALT", "PILOT_TKO_ALT_M", Hundredth),
        new("LOIT_SPEED", "LOIT_SPEED_MS", Hundredth),
        new("LOIT_ACC_MAX", "LOIT_ACC_MAX_M", Hundredth),
        new("LOIT_BRK_ACCEL", "LOIT_BRK_ACC_M", Hundredth),
        new("LOIT_BRK_JERK", "LOIT_BRK_JRK_M", Hundredth),
        new("ANGLE_MAX", "ATC_ANGLE_MAX", Hundredth),
        new("ATC_SLEW_YAW", "ATC_RATE_WPY_MAX", Hundredth),
        new("RNGFND1_MIN_CM", "RNGFND1_MIN", Hundredth),
        new("RNGFND1_MAX_CM", "RNGFND1_MAX", Hundredth),
        new("RNGFND1_GNDCLEAR", "RNGFND1_GNDCLR", Hundredth),
        new("SYSID_THISMAV", "MAV_SYSID", 1),
        new("SYSID_MYGCS", "MAV_GCS_SYSID", 1),
    ];

    private static readonly Dictionary<string, ParameterRename> ByName =
        All.SelectMany(r => new[] { (Name: r.Before, Rename: r), (Name: r.Since, Rename: r) }).ToDictionary(p => p.Name, p => p.Rename, StringComparer.Ordinal);

    /// <summary>The name by which a parameter goes in the other releases; null for one that was not renamed.</summary>
    public static string? OtherName(string name) => ByName.GetValueOrDefault(name) is not { } rename ? null : name == rename.Before ? rename.Since : rename.Before;

    /// <summary>A setting under the name and in the unit that it has where it is called <paramref name="name"/>.</summary>
    /// <param name="name">The setting's own name or its <see cref="OtherName"/>.</param>
    public static float ValueAs(string name, string ownName, float value)
    {
        if (name == ownName) return value;
        if (OtherName(ownName) != name) throw new ArgumentException($"{ownName} was never called {name}", nameof(name));
        var rename = ByName[name];
        return (float)(name == rename.Since ? value * rename.PerOne : value / rename.PerOne);
    }

    /// <summary>A wanted setting as a vehicle calls it: by its own name where the vehicle has that or neither.</summary>
    /// <param name="isHeld">Whether the vehicle has a parameter of that name.</param>
    public static (string Name, float Value) AsHeld(string name, float value, Func<string, bool> isHeld) =>
        !isHeld(name) && OtherName(name) is { } other && isHeld(other) ? (other, ValueAs(other, name, value)) : (name, value);
}
