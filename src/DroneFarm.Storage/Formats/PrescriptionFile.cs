using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying.Prescriptions;
using DroneFarm.Storage.Formats.Importing;
using DroneFarm.Storage.Formats.Isoxml;
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

    /// <summary>The prescription that a job names: when there is no such file, the finding says where it is named.</summary>
    public static PrescriptionRead Read(NamedFile named, LocalFrame frame, Datum? datum = null) => File.Exists(named.Path) || Directory.Exists(named.Path)
        ? Read(named.Path, frame, datum)
        : new PrescriptionRead(null, [Finding.Error("file.property.no-such-file", named.NamedIn, named.Line, named.Property, named.Said)]);

    /// <param name="frame">Of the farm.</param>
    /// <param name="path">GeoJSON, a shapefile, GeoPackage or KML with such properties, or an ISOXML task with volumes per area.</param>
    /// <param name="datum">What its degrees are measured from; null to believe the file.</param>
    public static PrescriptionRead Read(string path, LocalFrame frame, Datum? datum = null)
    {
        var findings = new List<Finding>();
        var files = ImportFiles.Of(path, findings);
        return findings.Count > 0 ? new PrescriptionRead(null, findings) : Read(files, Path.GetFileName(path), frame, datum);
    }

    /// <param name="files">With their companions; archives may hold any of them.</param>
    /// <param name="name">What messages call all of them.</param>
    public static PrescriptionRead Read(IReadOnlyList<ImportFile> files, string name, LocalFrame frame, Datum? datum = null)
    {
        var findings = new List<Finding>();
        var (layers, tasks) = Importer.Layers(files, datum, findings);
        var stem = Path.GetFileNameWithoutExtension(name);
        if (tasks.Count > 0) return OfTasks(tasks, stem, frame, findings);
        if (layers.Count == 0 || findings.Exists(f => f.Severity == Severity.Error)) return Refused(name, findings);
        return Read(LayerMerge.Of(layers, stem, findings), frame, findings);
    }

    /// <summary>Whether files are rates rather than land: a shape in them says a rate and none says what it is on a farm. A task of ISOXML is land as soon as it has a partfield.</summary>
    public static bool IsMeant(IReadOnlyList<ImportFile> files)
    {
        var (layers, tasks) = Importer.Layers(files, null, []);
        if (tasks.Count > 0) return tasks.All(t => t.Partfields.Features.Count == 0);
        var features = layers.SelectMany(l => l.File.Features).ToList();
        return features.Exists(SaysRate) && features.TrueForAll(f => f.Property("role", "layer") is null);
    }

    /// <param name="name">What messages call the file.</param>
    public static PrescriptionRead Read(Stream stream, string name, LocalFrame frame)
    {
        var findings = new List<Finding>();
        return JsonInput.From(stream, name, findings) is { } input && new GeoJsonReader(input, findings).Read() is { } file ? Read(file, frame, findings) : new PrescriptionRead(null, findings);
    }

    private static PrescriptionRead OfTasks(IReadOnlyList<TaskSet> tasks, string name, LocalFrame frame, List<Finding> findings)
    {
        var prescription = IsoxmlPrescription.Of(tasks, frame, name, findings, []);
        return prescription is null || findings.Exists(f => f.Severity == Severity.Error) ? Refused(tasks[0].Name, findings) : new PrescriptionRead(prescription, findings);
    }

    private static PrescriptionRead Refused(string name, List<Finding> findings)
    {
        if (!findings.Exists(f => f.Severity == Severity.Error)) findings.Add(Finding.Error("prescription.empty", name));
        return new PrescriptionRead(null, findings);
    }

    private static PrescriptionRead Read(GeoFile file, LocalFrame frame, List<Finding> findings)
    {
        if (DegreeCheck.FaultOf(file) is { } fault) findings.Add(fault);
        var areas = new List<(string Id, Geometry Shape, double RateLPerHa)>();
        double? elsewhereLPerHa = null;
        foreach (var feature in file.Features)
        {
            if (RateOf(feature, findings) is not { } rateLPerHa) continue;
            if (feature.Shape.Kind == GeoShapeKind.None && elsewhereLPerHa is null) elsewhereLPerHa = rateLPerHa;
            else if (feature.Shape.Kind == GeoShapeKind.Polygons) areas.Add((IdOf(feature), LocalShapes.Of(feature.Shape, frame), rateLPerHa));
            else findings.Add(Finding.Error("prescription.no-area", feature.From.Name, feature.Line, IdOf(feature)));
        }

        if (areas.Count == 0 && findings.TrueForAll(f => f.Severity != Severity.Error)) findings.Add(Finding.Error("prescription.empty", file.Input.Name));
        if (findings.Exists(f => f.Severity == Severity.Error)) return new PrescriptionRead(null, findings);
        var (prescription, said) = PrescriptionIntake.Of(file.Name, areas, elsewhereLPerHa, frame);
        return new PrescriptionRead(prescription, [.. findings, .. said]);
    }

    private static bool SaysRate(GeoFeature feature) => Units.Any(u => feature.Property(u.Name) is not null) || (feature.Property("rate") is not null && feature.Property("unit") is not null);

    private static string IdOf(GeoFeature feature) => feature.Id ?? feature.Property("id", "zone", "name") ?? feature.Index.ToString(CultureInfo.InvariantCulture);

    private static double? RateOf(GeoFeature feature, List<Finding> findings)
    {
        if (AsRateAndUnit(feature) is { } said) return said;
        var given = Units.Where(u => feature.Property(u.Name) is not null).ToList();
        if (given is [var (name, factor)]
            && double.TryParse(feature.Property(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate >= 0 && rate * factor <= MostLPerHa)
        {
            return rate * factor;
        }

        findings.Add(Finding.Error("prescription.no-rate", feature.From.Name, feature.Line, IdOf(feature), string.Join(", ", Units.Select(u => u.Name)), $"{MostLPerHa:F0}"));
        return null;
    }

    /// <summary>As other programs write it: a number in <c>rate</c> and a unit of volume in <c>unit</c>.</summary>
    private static double? AsRateAndUnit(GeoFeature feature)
    {
        double? factor = feature.Property("unit")?.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal) switch
        {
            "l/ha" or "升/公顷" => 1,
            "l/mu" or "l/亩" or "升/亩" => Mu.RateLPerHa(1),
            _ => null,
        };
        return factor is { } known && double.TryParse(feature.Property("rate"), NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate >= 0 && rate * known <= MostLPerHa
            ? rate * known : null;
    }
}
