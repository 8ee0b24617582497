using DroneFarm.Core.Fields;
using DroneFarm.Core.Spraying.Prescriptions;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.OverlayNG;

namespace DroneFarm.Core.Checking;

/// <summary>The ground that may be wetted, field by field: its boundary less zones with their buffer, obstacles with their clearance and what a prescription leaves dry. Worked out from farm and prescription alone.</summary>
internal sealed class TargetGround
{
    /// <summary>Corners per quarter turn of a buffer: its chords then lie within 1.5 mm of a true circle of 20 m.</summary>
    private const int QuadrantSegments = 64;

    private readonly STRtree<Lazy<Geometry>> forbidden = new();
    private readonly STRtree<NoSprayZone> zones = new();
    private readonly Dictionary<string, Field> fields = [];
    private readonly Lazy<Geometry>? prescribed;

    public TargetGround(Farm farm, Prescription? prescription = null)
    {
        foreach (var field in farm.Fields) fields.TryAdd(field.Id, field);
        foreach (var zone in farm.Zones)
        {
            zones.Insert(zone.Shape.EnvelopeInternal, zone);
            Forbid(zone.Shape, zone.BufferM);
        }

        foreach (var obstacle in farm.Obstacles) Forbid(obstacle.Shape, obstacle.ClearanceM);
        foreach (var dry in prescription?.Zones.Where(z => z.RateLPerHa <= 0) ?? []) Forbid(dry.ShapeIn(farm.Frame), 0);
        if (prescription is { ElsewhereLPerHa: <= 0 })
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
        foreach (var area in forbidden.Query(field.Boundary.EnvelopeInternal))
        {
            if (area.Value.Intersects(left)) left = OverlayNGRobust.Overlay(left, area.Value, NetTopologySuite.Operation.Overlay.SpatialFunction.Difference);
        }

        return prescribed is null ? left : OverlayNGRobust.Overlay(left, prescribed.Value, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection);
    }

    private void Forbid(Geometry shape, double distanceM)
    {
        var reach = shape.EnvelopeInternal.Copy();
        reach.ExpandBy(distanceM);
        forbidden.Insert(reach, new Lazy<Geometry>(() => distanceM > 0 ? shape.Buffer(distanceM, QuadrantSegments) : shape));
    }
}
