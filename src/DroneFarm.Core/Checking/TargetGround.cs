using DroneFarm.Core.Fields;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.OverlayNG;

namespace DroneFarm.Core.Checking;

/// <summary>The ground that may be wetted, field by field: its boundary less zones with their buffer and obstacles with their clearance. Worked out from the farm alone.</summary>
internal sealed class TargetGround
{
    /// <summary>Corners per quarter turn of a buffer: its chords then lie within 1.5 mm of a true circle of 20 m.</summary>
    private const int QuadrantSegments = 64;

    private readonly STRtree<Lazy<Geometry>> forbidden = new();
    private readonly STRtree<NoSprayZone> zones = new();
    private readonly Dictionary<string, Field> fields = [];

    public TargetGround(Farm farm)
    {
        foreach (var field in farm.Fields) fields.TryAdd(field.Id, field);
        foreach (var zone in farm.Zones)
        {
            zones.Insert(zone.Shape.EnvelopeInternal, zone);
            Forbid(zone.Shape, zone.BufferM);
        }

        foreach (var obstacle in farm.Obstacles) Forbid(obstacle.Shape, obstacle.ClearanceM);

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

        return left;
    }

    private void Forbid(Geometry shape, double distanceM)
    {
        var reach = shape.EnvelopeInternal.Copy();
        reach.ExpandBy(distanceM);
        forbidden.Insert(reach, new Lazy<Geometry>(() => shape.Buffer(distanceM, QuadrantSegments)));
    }
}
