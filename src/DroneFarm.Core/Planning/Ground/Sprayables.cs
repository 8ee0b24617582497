using DroneFarm.Core.Fields;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Operation.Buffer;

namespace DroneFarm.Core.Planning.Ground;

/// <summary>The first stage: the ground of a field on which spray may land.</summary>
internal static class Sprayables
{
    /// <summary>The boundary less the drift margin, zones with their buffers and obstacles with their clearances; pieces too small for a swath's square are dropped.</summary>
    public static Geometry Of(Field field, Surroundings around, double driftMarginM, double swathWidthM)
    {
        Geometry ground = driftMarginM > 0
            ? BufferOp.Buffer(field.Boundary, -driftMarginM, new BufferParameters(8, EndCapStyle.Round, JoinStyle.Mitre, 5))
            : field.Boundary;
        var near = around.Near(ground.EnvelopeInternal);
        if (near.Count > 0)
        {
            var boundary = PreparedGeometryFactory.Prepare(ground);
            var blocking = near.Where(boundary.Intersects).ToList();
            if (blocking.Count > 0)
                ground = Areas.Less(ground, Areas.United(blocking));
        }

        return ReferenceEquals(ground, field.Boundary) ? ground : Areas.Polygons(ground, swathWidthM * swathWidthM / 2);
    }
}
