using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Storage.Formats;

/// <summary>Reads a job written by a person: JSON whose property names carry their units, per mu or per hectare (missions/README.md lists them).</summary>
public static class JobFile
{
    /// <summary>A job's id becomes a folder; what no file system of ours takes is refused on all of them.</summary>
    private const string NoFileName = "/\\:*?\"<>|";

    public static JobRead Read(string path)
    {
        var findings = new List<Finding>();
        return Read(JsonInput.Open(path, findings), findings);
    }

    /// <param name="name">What messages call the file.</param>
    public static JobRead Read(Stream stream, string name)
    {
        var findings = new List<Finding>();
        return Read(JsonInput.From(stream, name, findings), findings);
    }

    private static JobRead Read(JsonInput? input, List<Finding> findings)
    {
        if (input is null) return new JobRead(null, findings);
        var form = new HandForm(input, findings);
        var job = new Job(
            Id: form.Text("id"),
            Name: form.Text("name"),
            Product: ProductOf(form),
            RateLPerHa: form.NumberIn(1, 600, ("rate_l_per_mu", Mu.RateLPerHa(1)), ("rate_l_per_ha", 1)),
            HeightM: form.Number("height_m", 0.5, 30),
            SpeedMps: form.Number("speed_mps", 0.5, 15),
            TransitHeightM: form.Number("transit_height_m", 1, 120),
            TransitSpeedMps: form.Number("transit_speed_mps", 0.5, 25),
            DriftMarginM: form.Number("drift_margin_m", 0, 100),
            Crop: form.Text("crop", mayBeMissing: true),
            Target: form.Text("target", mayBeMissing: true),
            Operator: form.Text("operator", mayBeMissing: true),
            WeatherLimits: LimitsOf(form));
        if (job.Id.Any(c => NoFileName.Contains(c) || char.IsControl(c))) form.Fail("file.property.no-file-name", "id", job.Id);
        if (job.TransitHeightM < job.HeightM) form.Fail("file.property.below", "transit_height_m", "height_m");
        form.Close();
        return new JobRead(findings.Any(f => f.Severity == Severity.Error) ? null : job, findings);
    }

    private static Product ProductOf(HandForm form)
    {
        var solid = form.Has("product.dose_g_per_mu") || form.Has("product.dose_kg_per_ha");
        var dose = form.NumberIn(
            0.001, 100,
            ("product.dose_ml_per_mu", Mu.RateLPerHa(0.001)), ("product.dose_l_per_ha", 1), ("product.dose_g_per_mu", Mu.RateLPerHa(0.001)), ("product.dose_kg_per_ha", 1));
        return new Product(
            Name: form.Text("product.name"),
            ActiveIngredient: form.Text("product.active_ingredient"),
            RegistrationNumber: form.Text("product.registration_number"),
            DosePerHa: dose,
            DoseUnit: solid ? "kg" : "L",
            Note: form.Text("product.note", mayBeMissing: true),
            Producer: form.Text("product.producer", mayBeMissing: true));
    }

    private static WeatherLimits LimitsOf(HandForm form)
    {
        const string wind = "weather_limits.max_wind_mps", force = "weather_limits.max_wind_beaufort";
        var windMps = form.Has(force) && !form.Has(wind)
            ? form.Number(force, 0, Beaufort.Highest) is var f && double.IsFinite(f) ? Beaufort.MaxWindMps((int)f) : double.NaN
            : form.NumberIn(0, 20, (wind, 1), (force, 1));
        var limits = new WeatherLimits(
            windMps,
            form.Number("weather_limits.min_temperature_c", -20, 50),
            form.Number("weather_limits.max_temperature_c", -20, 60),
            form.Number("weather_limits.min_humidity_pct", 0, 100));
        if (limits.MinTemperatureC > limits.MaxTemperatureC) form.Fail("file.property.above", "weather_limits.min_temperature_c", "weather_limits.max_temperature_c");
        return limits;
    }
}
