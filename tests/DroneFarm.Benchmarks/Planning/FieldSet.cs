using DroneFarm.Core.Fields;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Benchmarks.Planning;

/// <summary>A set of collected fields beside the project, with what others reached on it: ../shared/TARGETS.md, scored by an outside program.</summary>
/// <param name="Fields2CoverErrors">Missed, doubled and outside, percent of the area.</param>
/// <param name="Fields2CoverS">Flight seconds a hectare at 5 m/s and 3 s a turn.</param>
/// <param name="GridErrors">Of Mission Planner's grid.</param>
internal sealed record FieldSet(string Name, double? Fields2CoverErrors = null, double? Fields2CoverS = null, double? GridErrors = null)
{
    private static readonly FieldSet[] Measured =
    [
        new("nl-brp-noordholland-4872", 5.96, 484, 4.63), new("nantong-10k", 6.48, 484, 7.54), new("jp-hokkaido-100", 4.35, 493, 3.08),
        new("jp-chofu-fude2019", 11.2, 622, 13.3), new("fiboa-fr-rpg-100", 3.16, 462, 2.61), new("fiboa-sk-100", 4.98, 457),
    ];

    public static string Infrastructure => Path.Combine(Folder, "synthetic", "nantong-10k-infrastructure.geojson");

    private static string Folder => Path.Combine(Root(), "..", "shared", "data");

    /// <summary>The sets named, or all that were measured by others, and with "all" every collected one.</summary>
    public static IEnumerable<FieldSet> Named(IReadOnlyList<string> names)
    {
        if (names.Count == 0) return Measured;
        if (!names.Contains("all")) return names.Select(n => Array.Find(Measured, s => s.Name.StartsWith(n, StringComparison.Ordinal)) ?? new FieldSet(n));
        var others = Directory.GetFiles(Path.Combine(Folder, "fields", "wgs84"), "*.geojson").Select(f => Path.GetFileNameWithoutExtension(f)).Order();
        return [.. Measured, .. others.Where(n => !Array.Exists(Measured, s => s.Name == n)).Select(n => new FieldSet(n))];
    }

    /// <returns>Null when the file is not there or no farm.</returns>
    public Farm? Read()
    {
        string[] places = [Path.Combine(Folder, "fields", "wgs84"), Path.Combine(Folder, "synthetic")];
        var path = places.Select(p => Path.Combine(p, Name + ".geojson")).FirstOrDefault(File.Exists);
        return path is null ? null : FarmFile.Read(path).Farm;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DroneFarm.sln"))) folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
