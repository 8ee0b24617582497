using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Storage.Formats.Importing;

namespace DroneFarm.Storage.Formats;

/// <summary>
/// Reads a farm: our own GeoJSON (each feature says its <c>role</c>, see missions/README.md), any GeoJSON of polygons, each of which is then a field,
/// or whatever else the <see cref="Importer"/> knows. What is repaired, skipped or refused is a finding; nothing is thrown for bad input.
/// </summary>
public static class FarmFile
{
    /// <summary>Reads a file of any format, with what belongs to it and lies beside it (.prj, .dbf, the files of a TASKDATA folder).</summary>
    /// <param name="datum">What its degrees are measured from; null to believe the file, which means WGS84 unless it says otherwise.</param>
    public static FarmRead Read(string path, Datum? datum = null)
    {
        var findings = new List<Finding>();
        var files = ImportFiles.Of(path, findings);
        if (findings.Count > 0) return new FarmRead(null, findings);
        var imported = Importer.Read(files, datum);
        findings.AddRange(imported.Findings);
        // A map or a task without ground is read well and is still no farm.
        if (imported.Farm is null && !findings.Exists(f => f.Severity == Severity.Error)) findings.Add(Finding.Error("import.nothing", Path.GetFileName(path)));
        return new FarmRead(imported.Farm, findings);
    }

    /// <summary>Reads GeoJSON.</summary>
    /// <param name="name">What messages call the file.</param>
    public static FarmRead Read(Stream stream, string name, Datum? datum = null)
    {
        var findings = new List<Finding>();
        if (JsonInput.From(stream, name, findings) is not { } input || new GeoJsonReader(input, findings).Read() is not { } file) return new FarmRead(null, findings);
        if (new Georeference(file, findings).ToWgs84(datum, null) is not { } placed) return new FarmRead(null, findings);
        return new FarmRead(FarmBuild.Of(placed, new Tally(), findings), findings);
    }
}
