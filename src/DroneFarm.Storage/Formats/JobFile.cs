using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;
using DroneFarm.Storage.Catalogue;

namespace DroneFarm.Storage.Formats;

/// <summary>Reads a job written by a person: JSON whose property names carry their units, per mu or per hectare (missions/README.md lists them).</summary>
public static class JobFile
{
    /// <summary>A job's id becomes a folder; what no file system of ours takes is refused on all of them.</summary>
    private const string NoFileName = "/\\:*?\"<>|";

    private const string DriftPath = "product.drift_profile";

    private const string PrescriptionPath = "prescription";

    public static JobRead Read(string path)
    {
        var findings = new List<Finding>();
        return Read(JsonInput.Open(path, findings), Path.GetDirectoryName(Path.GetFullPath(path))!, findings);
    }

    /// <param name="name">What messages call the file.</param>
    /// <param name="folder">Where the files lie that the job names.</param>
    public static JobRead Read(Stream stream, string name, string folder = ".")
    {
        var findings = new List<Finding>();
        return Read(JsonInput.From(stream, name, findings), folder, findings);
    }

    private static JobRead Read(JsonInput? input, string folder, List<Finding> findings)
    {
        if (input is null) return new JobRead(null, findings);
        var form = new HandForm(input, findings);
        var job = new Job(
            Id: form.Text("id"),
            Name: form.Text("name"),
            Product: ProductOf(form, folder, findings),
            RateLPerHa: form.NumberIn(1, 600, ("rate_l_per_mu", Mu.RateLPerHa(1)), ("rate_l_per_ha", 1)),
            HeightM: form.Number("height_m", 0.5, 30),
            SpeedMps: form.Number("speed_mps", 0.5, 15),
            TransitHeightM: form.Number("transit_height_m", 1, 120),
            TransitSpeedMps: form.Number("transit_speed_mps", 0.5, 25),
            DriftMarginM: form.Number("drift_margin_m", 0, 100),
            Crop: form.Text("crop", mayBeMissing: true),
            Target: form.Text("target", mayBeMissing: true),
            Operator: form.Text("operator", mayBeMissing: true),
            WeatherLimits: LimitsOf(form),
            Wind: WindOf(form),
            Prices: PricesOf(form),
            Terms: RecordTermsForm.Of(form),
            HeightDatum: DatumOf(form),
            AdjacentTogether: form.Flag("adjacent_together") ? true : null);
        if (job.Id.Any(c => NoFileName.Contains(c) || char.IsControl(c))) form.Fail("file.property.no-file-name", "id", job.Id);
        if (job.TransitHeightM < job.HeightM) form.Fail("file.property.below", "transit_height_m", "height_m");
        CheckWind(job, form, input.Name, findings);
        var prescription = form.Named(PrescriptionPath, folder);
        form.Close();
        return new JobRead(findings.Any(f => f.Severity == Severity.Error) ? null : job, findings, prescription);
    }

    private static Product ProductOf(HandForm form, string folder, List<Finding> findings)
    {
        var solid = form.Has("product.dose_g_per_mu") || form.Has("product.dose_kg_per_ha");
        var dose = form.NumberIn(
            0.001, 100,
            ("product.dose_ml_per_mu", Mu.RateLPerHa(0.001)), ("product.dose_l_per_ha", 1), ("product.dose_g_per_mu", Mu.RateLPerHa(0.001)), ("product.dose_kg_per_ha", 1));
        var known = Known(form, folder, findings);
        return new Product(
            Name: Or(form.Text("product.name", mayBeMissing: known is not null), known?.Name),
            ActiveIngredient: Or(form.Text("product.active_ingredient", mayBeMissing: known is not null), known?.ActiveIngredient),
            RegistrationNumber: Or(form.Text("product.registration_number", mayBeMissing: known is not null), known?.RegistrationNumber),
            DosePerHa: dose,
            DoseUnit: solid ? "kg" : "L",
            Note: Or(form.Text("product.note", mayBeMissing: true), known?.Note),
            Producer: Or(form.Text("product.producer", mayBeMissing: true), known?.Producer),
            DriftProfile: form.Has(DriftPath) ? DriftProfileFile.Of(form, DriftPath, folder, findings) : null,
            Limits: known?.Limits);
    }

    /// <summary>The product of the catalogue that the job names; what the job itself says of it stands before the catalogue's word.</summary>
    private static Product? Known(HandForm form, string folder, List<Finding> findings)
    {
        const string path = "product.catalogue";
        if (form.Text(path, mayBeMissing: true) is not { Length: > 0 } id) return null;
        var catalogue = ProductCatalogue.In(folder, findings).Products;
        if (catalogue.TryGetValue(id, out var product)) return product;
        form.Fail("file.catalogue.unknown", path, id, Spelling.Nearest(id, catalogue.Keys) ?? string.Join(", ", catalogue.Keys.Take(3)));
        return null;
    }

    private static string Or(string said, string? known) => said.Length > 0 ? said : known ?? "";

    private static AltitudeDatum? DatumOf(HandForm form)
    {
        const string path = "height_frame", home = "relative", terrain = "terrain";
        if (!form.Has(path) || form.Text(path) is not { Length: > 0 } said || said == home) return null;
        if (said != terrain) form.Fail("file.property.none-such", path, said, $"{home}, {terrain}");
        return AltitudeDatum.Terrain;
    }

    private static CoverPrices? PricesOf(HandForm form) => !form.Has("prices") ? null : new CoverPrices(
        MissedSPerM2: form.Number("prices.missed_s_per_m2", 0, 100),
        DoubledSPerM2: form.Number("prices.doubled_s_per_m2", 0, 100));

    private static PlannedWind? WindOf(HandForm form) => !form.Has("wind") ? null : new PlannedWind(
        SpeedMps: form.Number("wind.speed_mps", 0.1, 20),
        FromDeg: form.Number("wind.from_deg", 0, 360),
        Source: form.Text("wind.source"));

    /// <summary>A wind whose drift nobody knows would be planned as if there were none: that is refused, not guessed.</summary>
    private static void CheckWind(Job job, HandForm form, string name, List<Finding> findings)
    {
        if (job.Wind is not { } wind) return;
        if (!form.Has(DriftPath)) form.Fail("file.job.no-drift", "wind", DriftPath);
        else if (job.Product.DriftProfile is { } profile && job.HeightM > profile.HighestM)
            form.Fail("file.job.drift-height", "height_m", Say(job.HeightM), Say(profile.HighestM));
        if (wind.SpeedMps > job.WeatherLimits.MaxWindMps)
            findings.Add(Finding.Warning("file.job.wind-over", name, Say(wind.SpeedMps), Say(job.WeatherLimits.MaxWindMps)));
    }

    private static string Say(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

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
