using DroneFarm.Core.Fields;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Buffer;

namespace DroneFarm.Core.Planning.Ground;

/// <summary>What lies around and in the fields that spray must keep off: zones with their buffer, obstacles with their clearance.</summary>
internal sealed class Surroundings
{
    private const int QuadrantSegments = 16;

    private readonly STRtree<Geometry> keepOff = new();
    private readonly bool any;

    public Surroundings(Farm farm)
    {
        foreach (var zone in farm.Zones) Add(Grown(zone.Shape, zone.BufferM));
        foreach (var obstacle in farm.Obstacles) Add(Grown(obstacle.Shape, obstacle.ClearanceM));
        any = keepOff.Count > 0;
        if (any) keepOff.Build();
    }

    /// <summary>Everything that reaches into an envelope.</summary>
    public IList<Geometry> Near(Envelope envelope) => any ? keepOff.Query(envelope) : [];

    /// <summary>A shape and all within a distance of it. A buffer's arcs are chords that cut into the circle: the distance is drawn larger so that they do not.</summary>
    public static Geometry Grown(Geometry shape, double byM) =>
        byM < Swaths.StripScan.HairM ? shape : BufferOp.Buffer(shape, byM / Math.Cos(Math.PI / (4 * QuadrantSegments)), QuadrantSegments);

    private void Add(Geometry shape)
    {
        if (!shape.IsEmpty) keepOff.Insert(shape.EnvelopeInternal, shape);
    }
}
