using System.Collections.Concurrent;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;

namespace DroneFarm.Storage.Formats.Terrain;

/// <summary>
/// A folder of SRTM tiles (.hgt, or .hgt.zip with one tile in each). A tile is read when a height in it is first asked for, and only the last <see cref="MostKept"/>
/// stay in memory (26 MB each at one second of arc): a field lies in one, and at a corner of degrees in four. May be asked by several vehicles at once.
/// </summary>
public sealed class TerrainFolder
{
    private const int MostKept = 4;
    private const string Tiles = "*.hgt", PackedTiles = "*.hgt.zip";

    private readonly Dictionary<TileName, string> paths;
    private readonly List<(TileName Name, HgtTile? Tile)> kept = [];
    private readonly ConcurrentQueue<Finding> faults = new();
    private readonly Lock gate = new();

    private TerrainFolder(Dictionary<TileName, string> paths) => this.paths = paths;

    /// <summary>How many degrees it has.</summary>
    public int Count => paths.Count;

    /// <summary>Tiles that could not be read when they were wanted; their heights are unknown.</summary>
    public IReadOnlyCollection<Finding> Faults => faults;

    /// <summary>Null, and an error among the findings, when there is no folder or no tile in it; a file whose name or size cannot be a tile's is a warning.</summary>
    public static TerrainFolder? Open(string folder, List<Finding> findings)
    {
        try
        {
            var paths = new Dictionary<TileName, string>();
            // Unpacked ones come last, and count before packed ones of the same degree.
            foreach (var path in (string[])[.. Find(folder, PackedTiles), .. Find(folder, Tiles)])
            {
                if (TileName.Read(path) is not { } name) findings.Add(Finding.Warning("terrain.name", path));
                else if (HgtTile.Misfit(path, new FileInfo(path).Length) is { } misfit) findings.Add(misfit with { Severity = Severity.Warning });
                else paths[name] = path;
            }

            if (paths.Count > 0) return new TerrainFolder(paths);
            findings.Add(Finding.Error("terrain.none", folder));
        }
        catch (DirectoryNotFoundException)
        {
            findings.Add(Finding.Error("terrain.no-folder", folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(Finding.Error("file.unreadable", folder, e.Message));
        }

        return null;
    }

    /// <summary>The ground's height at a place in metres above mean sea level (EGM96); null where no tile knows it. The first one of a tile takes the time to read it.</summary>
    public double? HeightM(GeoPoint place)
    {
        if (!place.IsValid) return null;
        var name = TileName.Of(place.LatitudeDeg, place.LongitudeDeg);
        if (!paths.TryGetValue(name, out var path)) return null;
        lock (gate)
        {
            var at = kept.FindIndex(k => k.Name == name);
            var found = at >= 0 ? kept[at] : (name, Read(path, name));
            if (at >= 0) kept.RemoveAt(at);
            else if (kept.Count == MostKept) kept.RemoveAt(0);
            kept.Add(found);
            return found.Item2?.HeightM(place);
        }
    }

    private static IEnumerable<string> Find(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern, new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive, IgnoreInaccessible = false }).Order(StringComparer.Ordinal);

    /// <summary>A tile that cannot be read is kept as such: it is not tried again for each height.</summary>
    private HgtTile? Read(string path, TileName name)
    {
        var findings = new List<Finding>();
        var tile = HgtTile.Read(path, name, findings);
        foreach (var finding in findings) faults.Enqueue(finding);
        return tile;
    }
}
