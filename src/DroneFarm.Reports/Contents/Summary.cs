using System.Globalization;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Records;
using DroneFarm.Reports.Wording;

namespace DroneFarm.Reports.Contents;

/// <summary>What, where, when and by whom.</summary>
internal static class Summary
{
    public static Tiles Tiles(SprayRecord record, Words words, Figures figures)
    {
        var totals = record.Totals;
        var plannedM2 = record.Fields.Sum(f => f.PlannedM2);
        return new Tiles(
        [
            new(words.Caption("record.tile.area"), Figures.Mu(totals.SprayedAreaM2), words.Unit("unit.mu"), $"{Figures.Ha(totals.SprayedAreaM2)} ha"),
            new(words.Caption("record.tile.volume"), Figures.Litres(totals.AppliedLitres), words.Unit("unit.litre"), $"{words.Joined("record.tile.volume.planned")} {Figures.Litres(totals.PlannedLitres)}"),
            new(words.Caption("record.tile.rate"), Figures.LitresPerMu(totals.AppliedLitres, totals.SprayedAreaM2), words.Unit("unit.litre-per-mu"), $"{words.Joined("record.tile.rate.planned")} {Figures.Number(Mu.RateLPerMu(record.Job.RateLPerHa), 2)}"),
            new(words.Caption("record.tile.coverage"), Figures.Percent(plannedM2 - totals.MissedM2, plannedM2), "%", words.Joined("record.tile.coverage.of")),
        ]);
    }

    public static Facts Product(SprayRecord record, Words words)
    {
        var (job, product) = (record.Job, record.Job.Product);
        var used = record.Job.RateLPerHa > 0 ? record.Totals.AppliedLitres / job.RateLPerHa * product.DosePerHa : double.NaN;
        return new Facts(words.Caption("record.what"),
        [
            new(words.Caption("record.product"), product.Name),
            new(words.Caption("record.ingredient"), product.ActiveIngredient),
            new(words.Caption("record.registration"), product.RegistrationNumber),
            new(words.Caption("record.producer"), product.Producer),
            new(words.Caption("record.dose"), $"{PerMu(product.DosePerHa, product.DoseUnit)}{words.Unit("unit.per-mu")} ({Figures.Number(product.DosePerHa, 2)} {product.DoseUnit}/ha)"),
            new(words.Caption("record.rate"), $"{Figures.Number(Mu.RateLPerMu(job.RateLPerHa), 2)} {words.Unit("unit.litre-per-mu")} ({Figures.Number(job.RateLPerHa, 1)} L/ha)"),
            new(words.Caption("record.product-total"), $"{Figures.Number(used, 2)} {product.DoseUnit} ({words.Joined("record.product-total.basis")})"),
            new(words.Caption("record.crop"), job.Crop),
            new(words.Caption("record.target"), job.Target),
        ]);
    }

    public static Facts TimeAndPeople(RecordSource source, Words words, Figures figures)
    {
        var (record, job) = (source.Record, source.Record.Job);
        var origin = source.Plan.Farm.Frame.Origin;
        string metre = words.Unit("unit.metre"), metrePerSecond = words.Unit("unit.metre-per-second");
        return new Facts(words.Caption("record.who"),
        [
            new(words.Caption("record.time"), figures.Span(record.From, record.To)),
            new(words.Caption("record.duration"), Figures.Duration(record.Totals.FlownDuration)),
            new(words.Caption("record.farm"), record.FarmName),
            new(words.Caption("record.place"), string.Create(CultureInfo.InvariantCulture, $"{origin.LatitudeDeg:F5}°, {origin.LongitudeDeg:F5}° (WGS84)")),
            new(words.Caption("record.operator"), job.Operator),
            new(words.Caption("record.vehicle"), record.Aircraft ?? words.Joined("record.not-entered")),
            new(words.Caption("record.sprayer"), record.SprayerName),
            new(words.Caption("record.job"), job.Name.Length > 0 ? $"{job.Name}\n{job.Id}" : job.Id),
            new(words.Caption("record.method"), words.Caption("record.method.text", $"{Figures.Number(job.HeightM, 1)} {metre}", $"{Figures.Number(job.SpeedMps, 1)} {metrePerSecond}", $"{Figures.Number(source.Plan.Sprayer.SwathWidthM, 1)} {metre}").Stacked),
        ]);
    }

    /// <summary>A dose for one mu in the label's smaller unit: a litre for a hectare is 66.7 mL for a mu.</summary>
    private static string PerMu(double dosePerHa, string unit)
    {
        var perMu = dosePerHa / 15;
        return unit switch
        {
            "L" => $"{Figures.Number(perMu * 1000, 0)} mL",
            "kg" => $"{Figures.Number(perMu * 1000, 0)} g",
            _ => $"{Figures.Number(perMu, 3)} {unit}",
        };
    }
}
