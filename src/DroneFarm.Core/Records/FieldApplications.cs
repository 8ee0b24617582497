using DroneFarm.Core.Coverage;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Records;

/// <summary>Takes a job's record apart into what happened on each field.</summary>
public static class FieldApplications
{
    /// <summary>A sample speaks for a field that was begun no longer after it.</summary>
    private static readonly TimeSpan WeatherHolds = TimeSpan.FromMinutes(60);

    /// <param name="fingerprint">Of the whole record, so that each part can be traced to it.</param>
    public static IReadOnlyList<FieldApplication> Of(SprayRecord record, Plan plan, string fingerprint = "") =>
        [.. record.Fields.Where(f => f.From is not null).Select(f => Of(f, record, plan, fingerprint))];

    private static FieldApplication Of(AppliedField applied, SprayRecord record, Plan plan, string fingerprint)
    {
        var (job, product) = (record.Job, record.Job.Product);
        var field = plan.Farm.Fields.First(f => f.Id == applied.FieldId);
        var weather = record.Weather.Where(w => w.At <= applied.To && w.At >= applied.From - WeatherHolds).MaxBy(w => w.At);
        return new FieldApplication(
            job.Id,
            record.FarmName,
            record.FarmMadeUp,
            record.Simulated,
            applied.FieldId,
            applied.Name,
            applied.From!.Value,
            applied.To!.Value,
            field.Crop.Length > 0 ? field.Crop : job.Crop,
            job.Target,
            product.Name,
            product.ActiveIngredient,
            product.RegistrationNumber,
            product.Producer,
            product.DosePerHa,
            product.DoseUnit,
            job.Terms?.Applicator?.Name is { Length: > 0 } name ? name : job.Operator,
            record.Aircraft ?? "",
            applied.AreaM2,
            applied.PlannedM2,
            applied.SprayedM2,
            applied.DoubledM2,
            applied.MissedM2,
            applied.Litres,
            job.RateLPerHa > 0 ? applied.Litres / job.RateLPerHa * product.DosePerHa : 0,
            Rings(field.Boundary, plan.Farm.Frame),
            product.Limits,
            job.Terms,
            weather?.WindMps,
            weather?.TemperatureC,
            weather?.HumidityPct,
            weather?.Source ?? "",
            record.IsComplete,
            fingerprint);
    }

    private static List<IReadOnlyList<GeoPoint>> Rings(Polygon boundary, LocalFrame frame) =>
        [.. new[] { boundary.Shell }.Concat(boundary.Holes).Select(r => (IReadOnlyList<GeoPoint>)[.. r.Coordinates.Select(c => Rounded(frame.ToGeo(LocalPoint.From(c))))])];

    /// <summary>A centimetre is all a boundary is good for.</summary>
    private static GeoPoint Rounded(GeoPoint p) => new(LatitudeDeg: Math.Round(p.LatitudeDeg, 7), LongitudeDeg: Math.Round(p.LongitudeDeg, 7));
}
