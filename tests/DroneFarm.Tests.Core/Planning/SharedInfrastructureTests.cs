using System.Text.Json;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Core.Planning;

/// <summary>A made-up district with its villages, ponds, poles and pylons.</summary>
public sealed class SharedInfrastructureTests
{
    private const int Fields = 120;

    [Fact]
    public void Transits_keep_clear_of_houses_and_pylons_of_a_district()
    {
        var (farm, _) = SharedFields.Read(Path.Combine("..", "..", "synthetic", "nantong-10k.geojson"), Fields);
        var around = GeometryFactory.Default.CreateGeometryCollection([.. farm.Fields.Select(f => f.Boundary)]).EnvelopeInternal;
        around.ExpandBy(100);
        var (zones, obstacles) = Around(farm.Frame, around);
        obstacles.ShouldNotBeEmpty();
        var plan = Lab.Plan(farm with { Zones = zones, Obstacles = obstacles });
        plan.ShouldHold();
        foreach (var leg in plan.Sorties.SelectMany(s => s.Legs))
        {
            var line = GeometryFactory.Default.CreateLineString([.. leg.Path.Select(p => p.ToCoordinate())]);
            zones.Where(z => z.Kind == ZoneKind.House && !z.Shape.Intersects(line.StartPoint) && !z.Shape.Intersects(line.EndPoint)).ShouldAllBe(z => !z.Shape.Intersects(line));
        }
    }

    private static (List<NoSprayZone> Zones, List<Obstacle> Obstacles) Around(LocalFrame frame, Envelope around)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(SharedFields.PathOf(Path.Combine("..", "..", "synthetic", "nantong-10k-infrastructure.geojson"))));
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
