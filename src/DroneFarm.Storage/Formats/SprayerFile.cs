using DroneFarm.Core.Findings;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Spraying.Patterns;

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
            SwathWidthM: form.Has("patterns") && !form.Has("swath_width_m") ? 0 : form.Number("swath_width_m", 0.5, 30),
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
            Switching: SwitchingOf(form),
            Patterns: PatternsOf(form),
            RefillS: 60 * form.Number("refill_minutes", 0, 120, missing: 3),
            MinTurnRadiusM: form.Number("min_turn_radius_m", 0, 100, missing: 0),
            LeastSprayHeightM: form.Has("least_spray_height_m") ? form.Number("least_spray_height_m", 0.5, 30) : null);
        if (sprayer.PumpMinFlowLPerMin > sprayer.PumpMaxFlowLPerMin) form.Fail("file.property.above", "pump_min_flow_l_per_min", "pump_max_flow_l_per_min");
        form.Close();
        return new SprayerRead(findings.Any(f => f.Severity == Severity.Error) ? null : sprayer, findings);
    }

    private static Switching? SwitchingOf(HandForm form)
    {
        if (!form.Has("switching")) return null;
        var on = new List<SwitchingOn>();
        for (var i = 0; i < form.Count("switching.on"); i++)
        {
            var path = $"switching.on[{i}]";
            on.Add(new SwitchingOn(form.Number($"{path}.approach_m", 0, 1000), form.Number($"{path}.least_m", 0, 5), form.Number($"{path}.mean_m", 0, 5)));
            if (i > 0 && form.Has($"{path}.approach_m") && on[i].ApproachM <= on[i - 1].ApproachM) form.Fail("file.switching.order", $"{path}.approach_m");
            if (form.Has($"{path}.least_m") && on[i].MeanM < on[i].LeastM) form.Fail("file.property.above", $"{path}.least_m", $"{path}.mean_m");
        }

        if (on.Count == 0 && form.Has("switching.on")) form.Fail("file.switching.none", "switching.on");
        return new Switching(on, form.Number("switching.off_m", 0, 5), form.Text("switching.source"), form.Number("switching.sharp_m", 0, 5, missing: 0));
    }

    private static List<SprayPattern>? PatternsOf(HandForm form)
    {
        var patterns = new List<SprayPattern>();
        for (var i = 0; i < form.Count("patterns", mayBeMissing: true); i++)
        {
            var path = $"patterns[{i}]";
            var (offsetsM, deposits) = (form.Numbers($"{path}.offsets_m", -30, 30), form.Numbers($"{path}.deposits", 0, 1e6));
            if (offsetsM.Count != deposits.Count || offsetsM.Count < 2) form.Fail("file.pattern.samples", $"{path}.offsets_m", $"{path}.deposits");
            else if (offsetsM.Zip(offsetsM.Skip(1)).Any(pair => pair.Second < pair.First)) form.Fail("file.pattern.order", $"{path}.offsets_m");
            patterns.Add(new SprayPattern(
                form.Number($"{path}.height_m", 0.5, 30),
                form.Number($"{path}.speed_mps", 0.5, 30),
                [.. offsetsM.Zip(deposits).Select(s => new DepositSample(s.First, s.Second))],
                form.Text($"{path}.source")));
        }

        return patterns.Count == 0 ? null : patterns;
    }
}
