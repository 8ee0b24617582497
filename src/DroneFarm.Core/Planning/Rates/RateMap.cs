using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Ground;
using DroneFarm.Core.Spraying.Prescriptions;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace DroneFarm.Core.Planning.Rates;

/// <summary>A prescription on the plane of a farm: which rate lies where.</summary>
internal sealed class RateMap
{
    private readonly STRtree<(Polygon Shape, double RateLPerHa)> zones = new();
    private readonly double elsewhereLPerHa;

    public RateMap(Prescription prescription, double jobRateLPerHa, LocalFrame frame)
    {
        elsewhereLPerHa = prescription.ElsewhereLPerHa ?? jobRateLPerHa;
        foreach (var zone in prescription.Zones)
        {
            var shape = zone.ShapeIn(frame);
            zones.Insert(shape.EnvelopeInternal, (shape, zone.RateLPerHa));
        }

        zones.Build();
    }

    /// <summary>The part of some ground that gets any spray; ground of rate 0 is left out like a no-spray zone without a buffer.</summary>
    /// <param name="leastM2">Smaller pieces are dropped.</param>
    public Geometry Sprayed(Geometry ground, double leastM2)
    {
        var near = zones.Query(ground.EnvelopeInternal);
        if (elsewhereLPerHa <= 0)
        {
            var wet = near.Where(z => z.RateLPerHa > 0).Select(z => (Geometry)z.Shape).ToList();
            return wet.Count == 0 ? ground.Factory.CreatePolygon() : Areas.Polygons(Areas.Shared(ground, Areas.United(wet)), leastM2);
        }

        var dry = near.Where(z => z.RateLPerHa <= 0 && z.Shape.Intersects(ground)).Select(z => (Geometry)z.Shape).ToList();
        return dry.Count == 0 ? ground : Areas.Polygons(Areas.Less(ground, Areas.United(dry)), leastM2);
    }

    /// <summary>Whether any zone lies on some ground.</summary>
    public bool Reaches(Geometry ground) => zones.Query(ground.EnvelopeInternal).Any(z => z.Shape.Intersects(ground));

    /// <summary>Where a line passes from one zone to another, metres from its start, rising.</summary>
    public IReadOnlyList<double> BordersM(LocalPoint from, LocalPoint to)
    {
        var line = GeometryFactory.Default.CreateLineString([from.ToCoordinate(), to.ToCoordinate()]);
        var along = (to - from).Unit;
        return
        [
            .. zones.Query(line.EnvelopeInternal)
                .SelectMany(z => OverlayNGRobust.Overlay(line, z.Shape, SpatialFunction.Intersection).Coordinates)
                .Select(c => along.Dot(LocalPoint.From(c) - from)).Order(),
        ];
    }

    /// <summary>Mean over an area of all that is sprayed in it, so that the litres are the prescription's; close to a zone's own rate it is that rate.</summary>
    public double MeanLPerHa(Polygon area, double closeShare)
    {
        var (sum, sprayedM2, elsewhereM2) = (0.0, 0.0, area.Area);
        var rates = new List<double> { elsewhereLPerHa };
        foreach (var (shape, rateLPerHa) in zones.Query(area.EnvelopeInternal))
        {
            var shared = OverlayNGRobust.Overlay(area, shape, SpatialFunction.Intersection).Area;
            if (shared <= 0) continue;
            elsewhereM2 -= shared;
            if (rateLPerHa <= 0) continue;
            (sum, sprayedM2) = (sum + (shared * rateLPerHa), sprayedM2 + shared);
            rates.Add(rateLPerHa);
        }

        if (elsewhereLPerHa > 0 && elsewhereM2 > 0) (sum, sprayedM2) = (sum + (elsewhereM2 * elsewhereLPerHa), sprayedM2 + elsewhereM2);
        if (sprayedM2 <= 0) return elsewhereLPerHa;
        var mean = sum / sprayedM2;
        var nearest = rates.Where(r => r > 0).MinBy(r => Math.Abs(r - mean));
        return Math.Abs(nearest - mean) <= closeShare * mean ? nearest : Math.Round(mean, 2);
    }
}
