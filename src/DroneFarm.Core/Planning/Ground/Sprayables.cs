using DroneFarm.Core.Fields;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Operation.Buffer;

namespace DroneFarm.Core.Planning.Ground;

/// <summary>The first stage: the ground of a field on which spray may land.</summary>
internal static class Sprayables
{
    /// <summary>
    /// The boundary less the drift margin, zones with their buffers and drift distances, and obstacles with their clearances; pieces too small for
    /// a swath's square are dropped.
    /// </summary>
    public static Geometry Of(Field field, Surroundings around, double driftMarginM, double swathWidthM)
    {
        Geometry ground = driftMarginM > 0
            ? BufferOp.Buffer(field.Boundary, -driftMarginM, new BufferParameters(8, EndCapStyle.Round, JoinStyle.Mitre, 5))
            : field.Boundary;
        var blocking = Meeting(ground, around.Near(ground.EnvelopeInternal).Concat(around.LowNear(ground.EnvelopeInternal)));
        if (around.DownwindEdge(field) is { } edge) blocking.Add(edge);
        if (blocking.Count > 0) ground = Areas.Less(ground, Areas.United(blocking));
        return ReferenceEquals(ground, field.Boundary) ? ground : Areas.Polygons(ground, swathWidthM * swathWidthM / 2);
    }

    /// <summary>The ground that may be crossed at spraying height: what may be sprayed, and low obstacles in the field.</summary>
    public static Geometry Crossable(Field field, Surroundings around, Geometry sprayable)
    {
        var low = Meeting(field.Boundary, around.LowNear(field.Boundary.EnvelopeInternal));
        if (low.Count == 0) return sprayable;
        var over = Areas.Shared(Areas.United(low), field.Boundary);
        var blocking = Meeting(over, around.Near(over.EnvelopeInternal));
        if (blocking.Count > 0) over = Areas.Less(over, Areas.United(blocking));
        return over.IsEmpty ? sprayable : Areas.United([sprayable, over]);
    }

    private static List<Geometry> Meeting(Geometry ground, IEnumerable<Geometry> shapes)
    {
        var all = shapes.ToList();
        if (all.Count == 0) return all;
        var prepared = PreparedGeometryFactory.Prepare(ground);
        return [.. all.Where(prepared.Intersects)];
    }
}
