using System.Text.Json;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Shared;

/// <summary>The villages, ponds, poles and pylons of the made-up district beside the project.</summary>
internal static class District
{
    /// <param name="around">What lies elsewhere is left out.</param>
    public static (List<NoSprayZone> Zones, List<Obstacle> Obstacles) Around(string path, LocalFrame frame, Envelope around)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var (zones, obstacles) = (new List<NoSprayZone>(), new List<Obstacle>());
        foreach (var feature in json.RootElement.GetProperty("features").EnumerateArray())
        {
            var (properties, geometry) = (feature.GetProperty("properties"), feature.GetProperty("geometry"));
            var (kind, coordinates) = (properties.GetProperty("kind").GetString()!, geometry.GetProperty("coordinates"));
            var isArea = geometry.GetProperty("type").GetString() == "Polygon";
            Coordinate[] line = [.. (isArea ? coordinates[0] : coordinates).EnumerateArray()
                .Select(p => frame.ToLocal(new GeoPoint(LatitudeDeg: p[1].GetDouble(), LongitudeDeg: p[0].GetDouble())).ToCoordinate())];
            Geometry shape = isArea ? GeometryFactory.Default.CreatePolygon(line) : GeometryFactory.Default.CreateLineString(line);
            if (!shape.EnvelopeInternal.Intersects(around)) continue;
            var id = $"{zones.Count + obstacles.Count}";
            var heightM = properties.TryGetProperty("height_m", out var height) && height.ValueKind == JsonValueKind.Number ? height.GetDouble() : 10;
            if (kind is "village" or "pond") zones.Add(new NoSprayZone(id, id, kind == "pond" ? ZoneKind.FishPond : ZoneKind.House, (Polygon)shape, 5));
            else if (kind is "power_pole" or "pylon" or "power_line" or "tree") obstacles.Add(new Obstacle(id, ObstacleKind.Other, shape, heightM, 2));
        }

        return (zones, obstacles);
    }
}
