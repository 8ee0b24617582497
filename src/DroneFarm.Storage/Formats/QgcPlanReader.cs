using System.Globalization;
using System.Text.Json;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Storage.Formats.Importing;

namespace DroneFarm.Storage.Formats;

/// <summary>
/// Takes the ground out of a .plan of QGroundControl: survey areas are fields; without any, the inclusion fence is; exclusion fences are obstacles of unknown height;
/// the planned home is a refill point. The mission itself is made anew. Source: docs.qgroundcontrol.com, developer guide, "Plan File Format".
/// </summary>
internal sealed class QgcPlanReader
{
    private readonly JsonInput input;
    private readonly List<Finding> findings;
    private readonly DrawnFarm drawn;

    private QgcPlanReader(JsonInput input, List<Finding> findings) => (this.input, this.findings, drawn) = (input, findings, new DrawnFarm(input.Name));

    public static Layer? Read(ImportFile file, List<Finding> findings) =>
        JsonInput.From(new MemoryStream(file.Bytes), file.Name, findings) is { } input ? new QgcPlanReader(input, findings).Read(file.Stem) : null;

    private Layer? Read(string name)
    {
        using var document = JsonDocument.Parse(input.Bytes, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var root = document.RootElement;
        if (Int(root, "version") is { } version and not 1) findings.Add(Finding.Warning("qgc.version", input.Name, Say(version)));
        ReadMission(Member(root, "mission"));
        var surveys = drawn.Features.Count(f => f.Shape.Kind == GeoShapeKind.Polygons);
        ReadFence(Member(root, "geoFence"), surveys > 0);
        if (Member(root, "rallyPoints") is { } rally && Items(rally, "points").Count is > 0 and var points) findings.Add(Finding.Note("qgc.rally", input.Name, Say(points)));
        return new Layer(FileKind.QgcPlan, new GeoFile(input, name, false, drawn.Features));
    }

    private void ReadMission(JsonElement? mission)
    {
        if (mission is not { } value) return;
        if (Int(value, "version") is { } version and not 2) findings.Add(Finding.Warning("qgc.version", input.Name, Say(version)));
        var simple = 0;
        foreach (var (i, item) in Items(value, "items").Index())
        {
            var place = $"mission.items[{Say(i)}]";
            if (Text(item, "type") != "ComplexItem") simple++;
            else if (Text(item, "complexItemType") is "survey" or "Survey" && Ring(item, "polygon", place) is { } area) drawn.AddField($"survey {Say(drawn.Features.Count + 1)}", area);
            else findings.Add(Finding.Note("qgc.item-skipped", input.Name, place, Text(item, "complexItemType") ?? "?"));
        }

        if (simple > 0) findings.Add(Finding.Note("qgc.items-skipped", input.Name, Say(simple)));
        if (Member(value, "plannedHomePosition") is { } home && Position(home) is { } point && point != default) drawn.AddRefill("home", point);
    }

    private void ReadFence(JsonElement? fence, bool haveFields)
    {
        if (fence is not { } value) return;
        foreach (var (i, polygon) in Items(value, "polygons").Index())
        {
            if (Ring(polygon, "polygon", $"geoFence.polygons[{Say(i)}]") is not { } ring) continue;
            if (!IsInclusion(polygon)) drawn.AddBarrier(ring, findings);
            else if (haveFields) findings.Add(Finding.Note("qgc.fence-skipped", input.Name, $"geoFence.polygons[{Say(i)}]"));
            else drawn.AddFence(ring, findings);
        }

        foreach (var (i, circle) in Items(value, "circles").Index())
        {
            var place = $"geoFence.circles[{Say(i)}]";
            if (Member(circle, "circle") is { } of && Member(of, "center") is { } centre && Position(centre) is { } middle && Number(of, "radius") is { } radiusM and > 0 and < 20_000)
            {
                if (IsInclusion(circle)) findings.Add(Finding.Note("qgc.fence-skipped", input.Name, place));
                else drawn.AddBarrier(DrawnFarm.Circle(middle, radiusM), findings);
            }
            else Lost(place);
        }
    }

    /// <summary>Null, and an error, when it is no ring: what it kept out must not be lost.</summary>
    private GeoPoint[]? Ring(JsonElement holder, string name, string place)
    {
        var points = Items(holder, name).Select(Position).ToList();
        if (points.Count >= 3 && points.TrueForAll(p => p is not null)) return [.. points.Select(p => p!.Value)];
        Lost(place);
        return null;
    }

    private void Lost(string place) => findings.Add(Finding.Error("qgc.bad-shape", input.Name, place));

    private static bool IsInclusion(JsonElement shape) => Member(shape, "inclusion") is not { ValueKind: JsonValueKind.False };

    /// <summary>QGroundControl writes the latitude first.</summary>
    private static GeoPoint? Position(JsonElement position)
    {
        if (position.ValueKind != JsonValueKind.Array || position.GetArrayLength() < 2) return null;
        return position[0].ValueKind == JsonValueKind.Number && position[1].ValueKind == JsonValueKind.Number
            && new GeoPoint(LatitudeDeg: position[0].GetDouble(), LongitudeDeg: position[1].GetDouble()) is { IsValid: true } point ? point : null;
    }

    private static JsonElement? Member(JsonElement holder, string name) => holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var value) ? value : null;

    private static List<JsonElement> Items(JsonElement holder, string name) => Member(holder, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    private static string? Text(JsonElement holder, string name) => Member(holder, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static double? Number(JsonElement holder, string name) => Member(holder, name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static int? Int(JsonElement holder, string name) => Number(holder, name) is { } number and > -1e6 and < 1e6 ? (int)number : null;

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);
}
