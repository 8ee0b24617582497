using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Spraying.Prescriptions;
using DroneFarm.Storage.Formats.GeoPackage;
using DroneFarm.Storage.Formats.Isoxml;
using DroneFarm.Storage.Formats.Kml;
using DroneFarm.Storage.Formats.MbTiles;
using DroneFarm.Storage.Formats.MissionPlanner;
using DroneFarm.Storage.Formats.Shapefile;

namespace DroneFarm.Storage.Formats.Importing;

/// <summary>
/// The one way in for files of other programs: finds out what each is by its content, unpacks archives, and makes one farm of all of them. Nothing is taken,
/// left out or changed without a word, and nothing is thrown for bad input.
/// </summary>
public sealed class Importer
{
    /// <summary>Of files that cannot be imported.</summary>
    private const int MostNamed = 3;

    private readonly List<Finding> findings = [];
    private readonly List<Finding> partial = [];
    private readonly List<Layer> layers = [];
    private readonly List<TaskSet> tasks = [];
    private readonly List<ImportedPart> parts = [];

    private Importer()
    {
    }

    /// <param name="files">With their companions: a shapefile's .dbf, .prj and .cpg, the linked files of an ISOXML task. Archives may hold any of them.</param>
    /// <param name="datum">What degrees are measured from; null to believe the files.</param>
    public static Imported Read(IReadOnlyList<ImportFile> files, Datum? datum = null, ImportLimits? limits = null) =>
        new Importer().Run(files, datum, limits ?? ImportLimits.Usual);

    /// <summary>The layers of the files and the tasks in them, for whoever makes something else than a farm of them.</summary>
    internal static (IReadOnlyList<Layer> Layers, IReadOnlyList<TaskSet> Tasks) Layers(IReadOnlyList<ImportFile> files, Datum? datum, List<Finding> findings)
    {
        var importer = new Importer();
        importer.ReadUnits(files, ImportLimits.Usual);
        findings.AddRange(importer.findings);
        findings.AddRange(importer.partial);
        return ([.. importer.layers.Select(l => l.ToWgs84(datum, findings)).OfType<Layer>()], importer.tasks);
    }

    private Imported Run(IReadOnlyList<ImportFile> files, Datum? datum, ImportLimits limits)
    {
        ReadUnits(files, limits);
        var placed = layers.Select(l => l.ToWgs84(datum, findings)).ToList();
        var refused = findings.Exists(f => f.Severity == Severity.Error && f.FieldId is null);
        var tally = new Tally();
        Farm? farm = null;
        IReadOnlyList<GeoFeature> features = [];
        if (!refused && placed.Count > 0 && LayerMerge.Of([.. placed.Select(l => l!)], files[0].Stem, findings) is { } merged)
        {
            features = merged.Features;
            farm = FarmBuild.Of(merged, tally, findings);
        }

        CountFeatures(features, farm is null ? new Tally() : tally);
        findings.AddRange(partial);
        var frame = farm?.Frame ?? TaskGrid.FrameOf(tasks);
        var prescription = frame is null ? null : IsoxmlPrescription.Of(tasks, frame, farm?.Name ?? files[0].Stem, findings, parts);
        if (farm is null && parts.Count == 0 && !findings.Exists(f => f.Severity == Severity.Error)) findings.Add(Finding.Error("import.nothing", files.Count == 0 ? "-" : files[0].Name));
        return new Imported(farm, prescription, [.. tasks.SelectMany(t => t.TimeLogs)], parts, findings);
    }

    private void ReadUnits(IReadOnlyList<ImportFile> files, ImportLimits limits)
    {
        var loose = new List<ImportFile>();
        foreach (var file in files)
        {
            if (!KindByContent.IsZip(file)) loose.Add(file);
            else if (Archive.Unpack(file, limits, findings) is { } inside) loose.AddRange(inside);
        }

        var (units, left) = Unit.Of(loose);
        foreach (var unit in units) Read(unit);
        SayWhatIsLeft(left, units.Count == 0);
    }

    private void Read(Unit unit)
    {
        switch (unit.Kind)
        {
            case FileKind.GeoJson:
                if (JsonInput.From(new MemoryStream(unit.Main.Bytes), unit.Main.Name, findings) is { } json && new GeoJsonReader(json, findings).Read() is { } geo)
                    layers.Add(new Layer(FileKind.GeoJson, geo, unit.Projection));
                break;
            case FileKind.Kml: Add(KmlReader.Read(unit.Main, findings)); break;
            case FileKind.Shapefile: Add(ShapefileReader.Read(unit, findings)); break;
            case FileKind.GeoPackage: layers.AddRange(GeoPackageReader.Read(unit.Main, findings)); break;
            case FileKind.QgcPlan: Add(QgcPlanReader.Read(unit.Main, findings)); break;
            case FileKind.Waypoints: Add(WaypointsReader.Read(unit.Main, findings)); break;
            case FileKind.Poly: Add(PolyFile.Read(unit.Main, findings)); break;
            case FileKind.MbTiles: parts.Add(MbTilesFile.PartOf(unit.Main, findings)); break;
            case FileKind.Isoxml: AddTasks(TaskSet.Read(unit, findings, partial)); break;
        }
    }

    private void Add(Layer? layer)
    {
        if (layer is not null) layers.Add(layer);
    }

    private void AddTasks(TaskSet? set)
    {
        if (set is null) return;
        tasks.Add(set);
        if (set.Partfields.Features.Count > 0) layers.Add(new Layer(FileKind.Isoxml, set.Partfields));
        parts.AddRange(set.TimeLogs.Select(l => new ImportedPart(l.Name, FileKind.Isoxml, ImportedThing.LogRecords, l.RecordsInFile, l.Records.Count, 0)));
    }

    private void CountFeatures(IReadOnlyList<GeoFeature> features, Tally tally)
    {
        var counted = features.Count > 0 ? features : [.. layers.SelectMany(l => l.File.Features)];
        var kinds = layers.SelectMany(l => l.File.Features.Select(f => (f.From.Name, l.Kind))).DistinctBy(k => k.Name).ToDictionary(k => k.Name, k => k.Kind);
        parts.InsertRange(0, counted.GroupBy(f => f.From.Name).Select(g => new ImportedPart(
            g.Key, kinds[g.Key], ImportedThing.Features, g.Count() + Unbounded(g.Key), g.Count(tally.HasTaken), g.Count(tally.HasRepaired))));
        parts.AddRange(tasks.Where(t => t.Partfields.Features.Count == 0 && t.Unbounded > 0).Select(t => new ImportedPart(t.Name, FileKind.Isoxml, ImportedThing.Features, t.Unbounded, 0, 0)));
    }

    private int Unbounded(string file) => tasks.Where(t => t.Name == file).Sum(t => t.Unbounded);

    /// <summary>Some by name, the others counted, in words of no language.</summary>
    private static string NamesOf(IReadOnlyList<ImportFile> files) => string.Join(", ", files.Take(MostNamed).Select(f => f.Name))
        + (files.Count > MostNamed ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" … (+{files.Count - MostNamed})") : "");

    private void SayWhatIsLeft(IReadOnlyList<ImportFile> left, bool nothingElse)
    {
        foreach (var group in left.GroupBy(KindByContent.GuessOf))
        {
            var first = group.First();
            var code = KindByContent.Of(first) == FileKind.Companion ? "import.companion" : $"import.unknown-{group.Key}";
            string[] args = [NamesOf([.. group]), XmlInput.RootOf(first.Bytes) ?? ""];
            findings.Add(nothingElse ? Finding.Error(code, args) : Finding.Warning(code, args));
        }
    }
}
