using DroneFarm.Core.Fields;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Operation.Buffer;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Union;

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
                ground = OverlayNGRobust.Overlay(ground, UnaryUnionOp.Union(blocking), NetTopologySuite.Operation.Overlay.SpatialFunction.Difference);
        }

        return ReferenceEquals(ground, field.Boundary) ? ground : WithoutScraps(ground, swathWidthM * swathWidthM / 2);
    }

    private static Geometry WithoutScraps(Geometry ground, double leastM2)
    {
        var parts = Enumerable.Range(0, ground.NumGeometries).Select(ground.GetGeometryN).OfType<Polygon>().Where(p => p.Area >= leastM2).ToArray();
        return parts.Length == 1 ? parts[0] : ground.Factory.CreateMultiPolygon(parts);
    }
}
