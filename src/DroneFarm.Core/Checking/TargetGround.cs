using DroneFarm.Core.Fields;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Spraying.Prescriptions;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace DroneFarm.Core.Checking;

/// <summary>
/// The ground that may be wetted, field by field: its boundary less the drift margin, zones with their buffer and the drift distance upwind of them,
/// obstacles with their clearance, or with their own ground where the spraying height clears them, and what a prescription leaves dry.
/// Worked out from farm and job alone.
/// </summary>
internal sealed class TargetGround
{
    /// <summary>Corners per quarter turn of a buffer: its chords then lie within 1.5 mm of a true circle of 20 m.</summary>
    private const int QuadrantSegments = 64;

    private const double LeastM = 1e-6;

    private readonly STRtree<Lazy<Geometry>> forbidden = new();
    private readonly STRtree<NoSprayZone> zones = new();
    private readonly Dictionary<string, Field> fields = [];
    private readonly ForeignEdge? edge;
    private readonly double marginM;
    private readonly Lazy<Geometry>? prescribed;

    public TargetGround(Farm farm, Job job)
    {
        var drift = Drift.Of(job);
        var shadow = drift is null ? null : new DriftShadow(drift, drift.DistanceM);
        (marginM, edge) = (job.DriftMarginM, drift is null ? null : new ForeignEdge(farm, drift));
        foreach (var field in farm.Fields) fields.TryAdd(field.Id, field);
        foreach (var zone in farm.Zones)
        {
            zones.Insert(zone.Shape.EnvelopeInternal, zone);
            Forbid(zone.Shape, zone.BufferM, () => Grown(zone.Shape, zone.BufferM));
            if (shadow is not null) Forbid(zone.Shape, shadow.ReachM, () => shadow.Of(zone.Shape));
        }

        foreach (var obstacle in farm.Obstacles)
        {
            if (job.HeightM < obstacle.OverM) Forbid(obstacle.Shape, obstacle.ClearanceM, () => Grown(obstacle.Shape, obstacle.ClearanceM));
            else if (!obstacle.SprayOver) Forbid(obstacle.Shape, 0, () => obstacle.Shape.Buffer(0));
        }

        foreach (var dry in job.Prescription?.Zones.Where(z => z.RateLPerHa <= 0).Select(z => z.ShapeIn(farm.Frame)) ?? []) Forbid(dry, 0, () => dry);
        if (job.Prescription is { ElsewhereLPerHa: <= 0 } prescription)
        {
            prescribed = new Lazy<Geometry>(() => prescription.Zones.Any(z => z.RateLPerHa > 0)
                ? OverlayNGRobust.Union([.. prescription.Zones.Where(z => z.RateLPerHa > 0).Select(z => (Geometry)z.ShapeIn(farm.Frame))])
                : GeometryFactory.Default.CreatePolygon());
        }

        // An index without entries must be built before it is asked.
        forbidden.Build();
        zones.Build();
    }

    public Field? Find(string id) => fields.GetValueOrDefault(id);

    public IEnumerable<NoSprayZone> ZonesNear(Envelope place) => zones.Query(place);

    /// <summary>Polygonal; the boundary itself where nothing forbidden is near.</summary>
    public Geometry Of(Field field)
    {
        Geometry left = field.Boundary;
        if (marginM > 0) left = Less(left, field.Boundary.Boundary.Buffer(marginM, QuadrantSegments));
        foreach (var area in forbidden.Query(field.Boundary.EnvelopeInternal))
        {
            if (area.Value.Intersects(left)) left = Less(left, area.Value);
        }

        if (edge?.Of(field).ToList() is { Count: > 0 } strips) left = Less(left, OverlayNGRobust.Union(strips));
        return prescribed is null ? left : OverlayNGRobust.Overlay(left, prescribed.Value, SpatialFunction.Intersection);
    }

    /// <summary>The geometry library makes nothing at all of an area grown by less than its rounding: such a zone would be no zone.</summary>
    private static Geometry Grown(Geometry shape, double byM) => byM < LeastM ? shape.Buffer(0) : shape.Buffer(byM, QuadrantSegments);

    private static Geometry Less(Geometry ground, Geometry area) => OverlayNGRobust.Overlay(ground, area, SpatialFunction.Difference);

    private void Forbid(Geometry shape, double distanceM, Func<Geometry> area)
    {
        var reach = shape.EnvelopeInternal.Copy();
        reach.ExpandBy(distanceM);
        forbidden.Insert(reach, new Lazy<Geometry>(area));
    }
}
