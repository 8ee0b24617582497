using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying.Prescriptions;
using NetTopologySuite.Geometries;

namespace DroneFarm.Storage.Formats;

/// <summary>
/// Reads a prescription: GeoJSON polygons, each with <c>rate_l_per_ha</c> or <c>rate_l_per_mu</c>. A feature without a geometry says the rate of all ground
/// outside them (missions/README.md). A zone that cannot be understood refuses the whole file: it must not silently get the job's rate.
/// </summary>
public static class PrescriptionFile
{
    private const double MostLPerHa = 600;

    private static readonly (string Name, double Factor)[] Units = [("rate_l_per_ha", 1), ("rate_l_per_mu", Mu.RateLPerHa(1))];

    /// <param name="frame">Of the farm.</param>
    public static PrescriptionRead Read(string path, LocalFrame frame)
    {
        var findings = new List<Finding>();
        return Read(JsonInput.Open(path, findings), frame, findings);
    }

    /// <param name="name">What messages call the file.</param>
    public static PrescriptionRead Read(Stream stream, string name, LocalFrame frame)
    {
        var findings = new List<Finding>();
        return Read(JsonInput.From(stream, name, findings), frame, findings);
    }

    private static PrescriptionRead Read(JsonInput? input, LocalFrame frame, List<Finding> findings)
    {
        if (input is null || new GeoJsonReader(input, findings).Read() is not { } file) return new PrescriptionRead(null, findings);
        if (DegreeCheck.FaultOf(file) is { } fault) findings.Add(fault);
        var areas = new List<(string Id, Geometry Shape, double RateLPerHa)>();
        double? elsewhereLPerHa = null;
        foreach (var feature in file.Features)
        {
            if (RateOf(feature, file, findings) is not { } rateLPerHa) continue;
            if (feature.Shape.Kind == GeoShapeKind.None && elsewhereLPerHa is null) elsewhereLPerHa = rateLPerHa;
            else if (feature.Shape.Kind == GeoShapeKind.Polygons) areas.Add((IdOf(feature), LocalShapes.Of(feature.Shape, frame), rateLPerHa));
            else findings.Add(Finding.Error("prescription.no-area", input.Name, file.LineOf(feature), IdOf(feature)));
        }

        if (areas.Count == 0 && findings.TrueForAll(f => f.Severity != Severity.Error)) findings.Add(Finding.Error("prescription.empty", input.Name));
        if (findings.Exists(f => f.Severity == Severity.Error)) return new PrescriptionRead(null, findings);
        var (prescription, said) = PrescriptionIntake.Of(file.Name, areas, elsewhereLPerHa, frame);
        return new PrescriptionRead(prescription, [.. findings, .. said]);
    }

    private static string IdOf(GeoFeature feature) => feature.Id ?? feature.Property("id", "zone", "name") ?? feature.Index.ToString(CultureInfo.InvariantCulture);

    private static double? RateOf(GeoFeature feature, GeoFile file, List<Finding> findings)
    {
        var given = Units.Where(u => feature.Property(u.Name) is not null).ToList();
        if (given is [var (name, factor)]
            && double.TryParse(feature.Property(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate >= 0 && rate * factor <= MostLPerHa)
        {
            return rate * factor;
        }

        findings.Add(Finding.Error("prescription.no-rate", file.Input.Name, file.LineOf(feature), IdOf(feature), string.Join(", ", Units.Select(u => u.Name)), $"{MostLPerHa:F0}"));
        return null;
    }
}
