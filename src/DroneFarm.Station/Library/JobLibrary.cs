using System.Text.Json;
using DroneFarm.Storage;
using DroneFarm.Storage.Formats;
using DroneFarm.Station.Wording;

namespace DroneFarm.Station.Library;

/// <summary>Farms, sprayers and jobs as plain files in one folder: what a person copies away is all there is.</summary>
public sealed class JobLibrary
{
    private const string FarmEnding = ".geojson", SprayerEnding = ".json", DriftEnding = ".json";

    public JobLibrary(string folder)
    {
        Folder = Path.GetFullPath(folder);
        foreach (var part in new[] { Farms, Sprayers, Drifts, Jobs, Maps, Terrain }) Directory.CreateDirectory(part);
    }

    public string Folder { get; }

    public string Farms => Path.Combine(Folder, "farms");

    public string Sprayers => Path.Combine(Folder, "sprayers");

    /// <summary>Drift profiles, to plan for a wind with.</summary>
    public string Drifts => Path.Combine(Folder, "drifts");

    public string Jobs => Path.Combine(Folder, "jobs");

    /// <summary>Base maps (MBTiles) are dropped here.</summary>
    public string Maps => Path.Combine(Folder, "maps");

    /// <summary>Heights of the ground (SRTM tiles) are dropped here.</summary>
    public string Terrain => Path.Combine(Folder, "terrain");

    public string Key => Path.Combine(Folder, "station.key");

    public string Control => Path.Combine(Folder, "control.txt");

    public string FarmPath(string id) => Path.Combine(Farms, Checked(id) + FarmEnding);

    public string SprayerPath(string id) => Path.Combine(Sprayers, Checked(id) + SprayerEnding);

    public JobFiles Job(string id) => new(Path.Combine(Jobs, Checked(id)));

    /// <summary>An empty library begins with the samples.</summary>
    public void PutSamples(string folder)
    {
        Put("farm.geojson", FarmPath("gangzha-sample"), Farms);
        Put("sprayer.json", SprayerPath("sample-30l"), Sprayers);
        Put("drift.json", Path.Combine(Drifts, "sample.json"), Drifts);

        void Put(string name, string target, string shelf)
        {
            var source = Path.Combine(folder, name);
            if (File.Exists(source) && !Directory.EnumerateFiles(shelf).Any()) File.Copy(source, target);
        }
    }

    public IReadOnlyList<FarmCard> FarmCards() =>
    [
        .. Directory.EnumerateFiles(Farms, "*" + FarmEnding).Order(StringComparer.Ordinal).Select(path =>
        {
            var read = FarmFile.Read(path);
            var id = Path.GetFileNameWithoutExtension(path);
            return new FarmCard(id, read.Farm?.Name is { Length: > 0 } name ? name : id, read.Farm?.Fields.Count ?? 0, read.Farm?.Fields.Sum(f => f.AreaM2) ?? 0, read.Farm?.MadeUp ?? false, File.GetLastWriteTimeUtc(path));
        }),
    ];

    public IReadOnlyList<(string Id, RawJson Sprayer)> SprayersKept() => Documents(Sprayers, SprayerEnding);

    /// <summary>As they stand; the job that takes one is read with it, and says what is wrong with it.</summary>
    public IReadOnlyList<(string Id, RawJson Profile)> DriftsKept() => Documents(Drifts, DriftEnding);

    public IReadOnlyList<string> JobIds() =>
        [.. Directory.EnumerateDirectories(Jobs).Where(d => File.Exists(new JobFiles(d).Job)).OrderByDescending(Directory.GetLastWriteTimeUtc).Select(d => Path.GetFileName(d)!)];

    /// <summary>A file as it stands, without comments and trailing commas that pages do not take.</summary>
    public static RawJson Raw(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        return new RawJson(JsonSerializer.SerializeToUtf8Bytes(document.RootElement, StationJson.Options));
    }

    public static void Write(string path, JsonElement content) => WholeFile.Write(path, file =>
    {
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true, Encoder = StationJson.Options.Encoder });
        content.WriteTo(json);
    });

    private static IReadOnlyList<(string Id, RawJson Document)> Documents(string shelf, string ending) =>
        [.. Directory.EnumerateFiles(shelf, "*" + ending).Order(StringComparer.Ordinal).Select(p => (Path.GetFileNameWithoutExtension(p), Raw(p)))];

    private static string Checked(string id) => LibraryName.IsGood(id) ? id : throw new ArgumentException($"'{id}' is no name of a file", nameof(id));
}
