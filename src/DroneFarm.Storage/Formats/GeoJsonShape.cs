using System.Text.Json;
using DroneFarm.Core.Geo;

namespace DroneFarm.Storage.Formats;

/// <summary>A GeoJSON geometry (RFC 7946, section 3.1) as positions in degrees. Heights are dropped and counted.</summary>
internal sealed class GeoJsonShape
{
    /// <summary>Positions that brought a height or more.</summary>
    public int HeightsDropped { get; private set; }

    /// <exception cref="FormatException">The coordinates are not nested as the geometry's type asks, or are no numbers; the message is a key of the phrasebook.</exception>
    public GeoShape Read(JsonElement geometry)
    {
        if (geometry.ValueKind == JsonValueKind.Null) return GeoShape.None;
        if (geometry.ValueKind != JsonValueKind.Object) throw new FormatException("file.geometry.nesting");
        var type = geometry.TryGetProperty("type", out var t) && t.ValueKind == JsonValueKind.String ? t.GetString() : null;
        if (type == "GeometryCollection") return Collection(geometry);
        if (!geometry.TryGetProperty("coordinates", out var coordinates)) throw new FormatException("file.geometry.nesting");
        return type switch
        {
            "Point" => new GeoShape(GeoShapeKind.Points, [[[Position(coordinates)]]]),
            "MultiPoint" => new GeoShape(GeoShapeKind.Points, [.. Items(coordinates).Select(p => new[] { new[] { Position(p) } })]),
            "LineString" => new GeoShape(GeoShapeKind.Lines, [[Line(coordinates)]]),
            "MultiLineString" => new GeoShape(GeoShapeKind.Lines, [.. Items(coordinates).Select(l => new[] { Line(l) })]),
            "Polygon" => Polygons([Rings(coordinates)]),
            "MultiPolygon" => Polygons(Items(coordinates).Select(Rings)),
            _ => throw new FormatException("file.geometry.type"),
        };
    }

    /// <summary>Only the polygons of a mixed collection are land.</summary>
    private GeoShape Collection(JsonElement collection)
    {
        if (!collection.TryGetProperty("geometries", out var members)) throw new FormatException("file.geometry.nesting");
        var shapes = Items(members).Select(Read).ToList();
        return Polygons(shapes.Where(s => s.Kind == GeoShapeKind.Polygons).SelectMany(s => s.Parts));
    }

    /// <summary>An empty list of rings or parts is GeoJSON's way of saying that there is no place.</summary>
    private static GeoShape Polygons(IEnumerable<GeoPoint[][]> parts) =>
        parts.Where(rings => rings.Length > 0).ToList() is { Count: > 0 } full ? new GeoShape(GeoShapeKind.Polygons, full) : GeoShape.None;

    private GeoPoint[][] Rings(JsonElement coordinates) => [.. Items(coordinates).Select(Line)];

    private GeoPoint[] Line(JsonElement coordinates)
    {
        var line = new GeoPoint[Length(coordinates)];
        var i = 0;
        foreach (var position in coordinates.EnumerateArray()) line[i++] = Position(position);
        return line;
    }

    private GeoPoint Position(JsonElement position)
    {
        if (Length(position) < 2) throw new FormatException("file.geometry.position");
        if (position.GetArrayLength() > 2) HeightsDropped++;
        return LonLat.Point(Number(position[0]), Number(position[1]));
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement array) => Length(array) >= 0 ? array.EnumerateArray() : default;

    private static int Length(JsonElement array) =>
        array.ValueKind == JsonValueKind.Array ? array.GetArrayLength() : throw new FormatException("file.geometry.nesting");

    private static double Number(JsonElement number) =>
        number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var value) && double.IsFinite(value)
            ? value
            : throw new FormatException("file.geometry.position");
}
