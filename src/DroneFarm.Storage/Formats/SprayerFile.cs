using DroneFarm.Core.Findings;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Storage.Formats;

/// <summary>Reads a sprayer written by a person: JSON whose property names carry their units (missions/README.md lists them).</summary>
public static class SprayerFile
{
    public static SprayerRead Read(string path)
    {
        var findings = new List<Finding>();
        return Read(JsonInput.Open(path, findings), findings);
    }

    /// <param name="name">What messages call the file.</param>
    public static SprayerRead Read(Stream stream, string name)
    {
        var findings = new List<Finding>();
        return Read(JsonInput.From(stream, name, findings), findings);
    }

    private static SprayerRead Read(JsonInput? input, List<Finding> findings)
    {
        if (input is null) return new SprayerRead(null, findings);
        var form = new HandForm(input, findings);
        var sprayer = new Sprayer(
            Name: form.Text("name"),
            TankL: form.Number("tank_l", 0.5, 500),
            SwathWidthM: form.Number("swath_width_m", 0.5, 30),
            PumpMinFlowLPerMin: form.Number("pump_min_flow_l_per_min", 0, 100),
            PumpMaxFlowLPerMin: form.Number("pump_max_flow_l_per_min", 0.05, 100),
            EmptyMassKg: form.Number("empty_mass_kg", 1, 500),
            BatteryWh: form.Number("battery_wh", 10, 20_000),
            ReserveFraction: form.Number("reserve_fraction", 0, 0.9),
            HoverWattsPerKg15: form.Number("hover_watts_per_kg15", 1, 200),
            MaxSpeedMps: form.Number("max_speed_mps", 0.5, 30),
            AccelerationMps2: form.Number("acceleration_mps2", 0.1, 10),
            ClimbMps: form.Number("climb_mps", 0.1, 10),
            DescentMps: form.Number("descent_mps", 0.1, 10),
            TurnRateDegPerS: form.Number("turn_rate_deg_per_s", 1, 360),
            MissionItemLimit: (int)form.Number("mission_item_limit", 10, 100_000),
            Sources: form.Texts("sources"),
            RefillS: 60 * form.Number("refill_minutes", 0, 120, missing: 3),
            MinTurnRadiusM: form.Number("min_turn_radius_m", 0, 100, missing: 0));
        if (sprayer.PumpMinFlowLPerMin > sprayer.PumpMaxFlowLPerMin) form.Fail("file.property.above", "pump_min_flow_l_per_min", "pump_max_flow_l_per_min");
        form.Close();
        return new SprayerRead(findings.Any(f => f.Severity == Severity.Error) ? null : sprayer, findings);
    }
}
