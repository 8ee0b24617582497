using DroneFarm.Core.Coverage;
using DroneFarm.Core.Fields;
using DroneFarm.Storage.Formats.Maps;
using NetTopologySuite.Geometries;

namespace DroneFarm.Storage.Formats;

/// <summary>
/// What was sprayed as one GeoJSON. The property <c>layer</c> says what a feature is: field (with its sums), pass (a strip with its dose),
/// sprayed, doubled, missed, off-target.
/// </summary>
public static class AsAppliedGeoJson
{
    /// <exception cref="IOException">The file cannot be written; an older one is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or file is read-only.</exception>
    public static void Write(string path, Farm farm, AsApplied applied) => WholeFile.Write(path, stream =>
    {
        using var file = new GeoJsonWriter(stream, farm.Frame, farm.Name, farm.MadeUp);
        Describe(file, farm, applied);
    });

    internal static void Describe(IMapSink file, Farm farm, AsApplied applied)
    {
        foreach (var sums in applied.Fields) WriteField(file, farm, sums);
        foreach (var pass in applied.Passes) WritePass(file, pass);
        WriteArea(file, "sprayed", applied.Sprayed);
        WriteArea(file, "doubled", applied.Doubled);
        WriteArea(file, "missed", applied.Missed);
        WriteArea(file, "off-target", applied.OffTarget);
    }

    private static void WriteField(IMapSink file, Farm farm, AppliedField sums)
    {
        var boundary = farm.Fields.FirstOrDefault(f => f.Id == sums.FieldId)?.Boundary ?? new Polygon(null);
        file.Feature(
            "field", boundary, ("id", sums.FieldId), ("name", sums.Name), ("area_m2", sums.AreaM2), ("planned_m2", sums.PlannedM2), ("sprayed_m2", sums.SprayedM2),
            ("doubled_m2", sums.DoubledM2), ("missed_m2", sums.MissedM2), ("litres", sums.Litres), ("from", sums.From), ("to", sums.To));
    }

    private static void WritePass(IMapSink file, AppliedPass pass) => file.Feature(
        "pass", pass.Shape, ("sortie", pass.SortieNumber), ("from", pass.From), ("to", pass.To), ("length_m", pass.LengthM), ("litres", pass.Litres),
        ("rate_l_per_ha", pass.RateLPerHa), ("mean_speed_mps", pass.MeanSpeedMps), ("mean_height_m", pass.MeanHeightM));

    private static void WriteArea(IMapSink file, string layer, Geometry area)
    {
        if (!area.IsEmpty) file.Feature(layer, area, ("area_m2", area.Area));
    }
}
