using System.Globalization;
using DroneFarm.Core.Findings;

namespace DroneFarm.Storage.Formats.Importing;

/// <summary>Reads what a path names, and what belongs to it and lies beside it.</summary>
public static class ImportFiles
{
    /// <summary>Empty, and an error among the findings, when there is nothing to read.</summary>
    /// <param name="path">A file, or a folder with an ISOXML task or shapefiles in it.</param>
    public static IReadOnlyList<ImportFile> Of(string path, List<Finding> findings)
    {
        try
        {
            if (Directory.Exists(path)) return OfFolder(path, findings);
            var files = Read([path, .. Beside(path)], findings);
            return findings.Exists(f => f.Severity == Severity.Error) ? [] : files;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(Finding.Error("file.unreadable", path, e.Message));
            return [];
        }
    }

    private static List<ImportFile> OfFolder(string path, List<Finding> findings)
    {
        var names = Directory.GetFiles(path).Order(StringComparer.Ordinal).ToList();
        if (names.Exists(n => Is(n, "TASKDATA.XML") || n.EndsWith(".shp", StringComparison.OrdinalIgnoreCase))) return Read(names, findings);
        findings.Add(Finding.Error("file.is-folder", path));
        return [];
    }

    private static IEnumerable<string> Beside(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder)) return [];
        if (Is(path, "TASKDATA.XML"))
            return Directory.GetFiles(folder).Where(f => !Is(f, "TASKDATA.XML") && (f.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)));
        string[] endings = path.EndsWith(".shp", StringComparison.OrdinalIgnoreCase) ? [".dbf", ".prj", ".cpg"] : [".prj"];
        var stem = Path.GetFileNameWithoutExtension(path);
        return Directory.GetFiles(folder).Where(f => Array.Exists(endings, e => Path.GetFileName(f).Equals(stem + e, StringComparison.OrdinalIgnoreCase))
            && !Path.GetFileName(f).Equals(Path.GetFileName(path), StringComparison.Ordinal));
    }

    private static List<ImportFile> Read(IReadOnlyList<string> paths, List<Finding> findings)
    {
        var files = new List<ImportFile>();
        var left = ImportLimits.Usual.MostBytes;
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            if (File.Exists(path) && (left -= new FileInfo(path).Length) < 0)
            {
                findings.Add(Finding.Error("import.too-big", path, (ImportLimits.Usual.MostBytes >> 20).ToString(CultureInfo.InvariantCulture)));
                return [];
            }

            if (InputFile.Bytes(path, findings) is { } bytes) files.Add(new ImportFile(Path.GetFileName(path), bytes));
        }

        return files;
    }

    private static bool Is(string path, string name) => Path.GetFileName(path).Equals(name, StringComparison.OrdinalIgnoreCase);
}
