using System.Text.Json;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Core.Planning;

/// <summary>Real boundaries of other people, taken in as the program does.</summary>
internal static class SharedFields
{
    public static (Farm Farm, IReadOnlyList<Finding> Findings) Read(string file, int most)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(PathOf(file)));
        var features = json.RootElement.GetProperty("features").EnumerateArray().Take(most).ToList();
        LocalFrame? frame = null;
        var fields = new List<Field>();
        var findings = new List<Finding>();
        for (var i = 0; i < features.Count; i++)
        {
            if (features[i].GetProperty("geometry") is not { ValueKind: JsonValueKind.Object } geometry) continue;
            var coordinates = geometry.GetProperty("coordinates");
            var parts = geometry.GetProperty("type").GetString() == "Polygon" ? [coordinates] : coordinates.EnumerateArray().ToList();
            frame ??= new LocalFrame(At(parts[0][0][0]));
            var area = GeometryFactory.Default.CreateMultiPolygon([.. parts.Select(p => Polygon(p, frame))]);
            var (made, said) = FieldIntake.Repair($"{i}", $"{i}", area, numbered: true);
            fields.AddRange(made);
            findings.AddRange(said);
        }

        return (new Farm(file, frame!, fields, [], [], []), findings);
    }

    /// <summary>Skips the test where the file is not there.</summary>
    public static string PathOf(string file)
    {
        var path = new[] { Path.Combine("fields", "wgs84"), "synthetic" }.Select(f => Path.Combine(Root(), "..", "shared", "data", f, file)).FirstOrDefault(File.Exists);
        if (path is null) Assert.Skip($"the shared field data is not here: {file}");
        return path;
    }

    private static Polygon Polygon(JsonElement rings, LocalFrame frame)
    {
        var all = rings.EnumerateArray().Select(r => GeometryFactory.Default.CreateLinearRing([.. r.EnumerateArray().Select(p => frame.ToLocal(At(p)).ToCoordinate())])).ToList();
        return GeometryFactory.Default.CreatePolygon(all[0], [.. all.Skip(1)]);
    }

    private static GeoPoint At(JsonElement position) => new(LatitudeDeg: position[1].GetDouble(), LongitudeDeg: position[0].GetDouble());

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DroneFarm.sln"))) folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
