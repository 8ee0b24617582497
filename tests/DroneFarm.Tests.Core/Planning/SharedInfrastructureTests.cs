using DroneFarm.Core.Fields;
using DroneFarm.Tests.Shared;
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
        var (zones, obstacles) = District.Around(SharedFields.PathOf(Path.Combine("..", "..", "synthetic", "nantong-10k-infrastructure.geojson")), farm.Frame, around);
        obstacles.ShouldNotBeEmpty();
        var plan = Lab.Plan(farm with { Zones = zones, Obstacles = obstacles });
        plan.ShouldHold();
        foreach (var leg in plan.Sorties.SelectMany(s => s.Legs))
        {
            var line = GeometryFactory.Default.CreateLineString([.. leg.Path.Select(p => p.ToCoordinate())]);
            zones.Where(z => z.Kind == ZoneKind.House && !z.Shape.Intersects(line.StartPoint) && !z.Shape.Intersects(line.EndPoint)).ShouldAllBe(z => !z.Shape.Intersects(line));
        }
    }
}
