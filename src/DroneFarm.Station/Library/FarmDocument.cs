using System.Text.Json.Nodes;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Station.Library;

/// <summary>A farm as our own GeoJSON, each feature with its role (missions/README.md): what pages draw on and the library keeps.</summary>
public static class FarmDocument
{
    /// <summary>1e-9 degrees: a tenth of a millimetre.</summary>
    private const int Digits = 9;

    public static JsonObject Of(Farm farm)
    {
        var features = new JsonArray();
        foreach (var f in farm.Fields)
        {
            var field = Feature(f.Id, "field", f.Boundary, farm.Frame, f.Name);
            if (f.Crop.Length > 0) field["properties"]!["crop"] = f.Crop;
            if (f.RowDirection is { } rows) field["properties"]!["row_direction_deg"] = rows.Degrees;
            features.Add((JsonNode)field);
        }

        foreach (var z in farm.Zones)
        {
            var zone = Feature(z.Id, "zone", z.Shape, farm.Frame, z.Name);
            zone["properties"]!["kind"] = Word(z.Kind.ToString());
            zone["properties"]!["buffer_m"] = z.BufferM;
            features.Add((JsonNode)zone);
        }

        foreach (var o in farm.Obstacles) features.Add((JsonNode)ObstacleOf(o, farm.Frame));
        foreach (var r in farm.RefillPoints)
        {
            Geometry shape = r.Road is { } road ? new LineString([.. road.Select(p => p.ToCoordinate())]) : new Point(r.Place.ToCoordinate());
            var refill = Feature(r.Id, "refill", shape, farm.Frame, r.Name);
            if (r.Road is not null) refill["properties"]!["drive_mps"] = r.DriveMps;
            features.Add((JsonNode)refill);
        }

        var document = new JsonObject { ["type"] = "FeatureCollection", ["name"] = farm.Name, ["features"] = features };
        if (farm.MadeUp) document["made_up"] = true;
        return document;
    }

    private static JsonObject ObstacleOf(Obstacle o, LocalFrame frame)
    {
        var obstacle = Feature(o.Id, "obstacle", o.Shape, frame, o.Id);
        var properties = obstacle["properties"]!;
        (properties["kind"], properties["height_m"], properties["clearance_m"]) = (Word(o.Kind.ToString()), o.HeightM, o.ClearanceM);
        if (o.VerticalClearanceM is { } above) properties["vertical_clearance_m"] = above;
        if (o.SprayOver) properties["spray_over"] = true;
        return obstacle;
    }

    private static JsonObject Feature(string id, string role, Geometry shape, LocalFrame frame, string name) => new()
    {
        ["type"] = "Feature",
        ["id"] = id,
        ["properties"] = new JsonObject { ["role"] = role, ["name"] = name },
        ["geometry"] = ShapeOf(shape, frame),
    };

    /// <summary>A shape in degrees, longitude first.</summary>
    public static JsonObject ShapeOf(Geometry shape, LocalFrame frame) => new()
    {
        ["type"] = shape.GeometryType,
        ["coordinates"] = shape switch
        {
            Point point => Position(point.Coordinate, frame),
            LineString line => Line(line, frame),
            Polygon polygon => Rings(polygon, frame),
            GeometryCollection many => new JsonArray([.. many.Geometries.Select(g => ShapeOf(g, frame)["coordinates"]!.DeepClone())]),
            _ => throw new ArgumentException($"no farm has a {shape.GeometryType}", nameof(shape)),
        },
    };

    private static JsonArray Rings(Polygon polygon, LocalFrame frame) => new([Line(polygon.ExteriorRing, frame), .. polygon.InteriorRings.Select(r => Line(r, frame))]);

    private static JsonArray Line(LineString line, LocalFrame frame) => new([.. line.Coordinates.Select(c => Position(c, frame))]);

    private static JsonArray Position(Coordinate coordinate, LocalFrame frame)
    {
        var place = frame.ToGeo(LocalPoint.From(coordinate));
        return [Math.Round(place.LongitudeDeg, Digits), Math.Round(place.LatitudeDeg, Digits)];
    }

    /// <summary>FishPond is written fish-pond.</summary>
    public static string Word(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
