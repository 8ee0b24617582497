namespace DroneFarm.Storage.Formats.Importing;

/// <summary>A file with the files that belong to it.</summary>
internal sealed record Unit(FileKind Kind, ImportFile Main, IReadOnlyList<ImportFile> Beside)
{
    /// <summary>Ending of files that say nothing that we need: indexes, styles, metadata.</summary>
    private static readonly string[] Needless = [".shx", ".sbn", ".sbx", ".qix", ".fix", ".qpj", ".qml", ".qmd", ".sld", ".shp.xml", ".txt", ".md", ".pdf", ".png", ".jpg"];

    /// <summary>Each file that stands for itself, with its companions; and those that belong to nothing.</summary>
    public static (IReadOnlyList<Unit> Units, IReadOnlyList<ImportFile> Left) Of(IReadOnlyList<ImportFile> files)
    {
        var kinds = new Dictionary<ImportFile, FileKind>(ReferenceEqualityComparer.Instance);
        foreach (var file in files) kinds[file] = KindByContent.Of(file);
        var used = new HashSet<ImportFile>(ReferenceEqualityComparer.Instance);
        var units = new List<Unit>();
        foreach (var main in files.Where(f => kinds[f] is not (FileKind.Companion or FileKind.Unknown)))
        {
            var beside = files.Where(f => !ReferenceEquals(f, main) && Belongs(f, main, kinds[main])).ToList();
            units.Add(new Unit(kinds[main], main, beside));
            used.Add(main);
            used.UnionWith(beside);
        }

        return (units, [.. files.Where(f => !used.Contains(f) && (files.Count == 1 || !f.Ends(Needless)))]);
    }

    public ImportFile? With(string ending) => Beside.FirstOrDefault(f => f.IsBeside(Main, ending));

    /// <summary>The .prj beside it.</summary>
    public (string Name, string Wkt)? Projection => With(".prj") is { } prj ? (prj.Name, FileText.Decode(prj.Bytes, null).Text) : null;

    private static bool Belongs(ImportFile file, ImportFile main, FileKind kind) => kind switch
    {
        FileKind.Shapefile => file.IsBeside(main, ".dbf") || file.IsBeside(main, ".prj") || file.IsBeside(main, ".cpg"),
        FileKind.GeoJson => file.IsBeside(main, ".prj"),
        FileKind.Isoxml => file.Folder == main.Folder && file.Ends(".xml", ".bin"),
        _ => false,
    };
}
