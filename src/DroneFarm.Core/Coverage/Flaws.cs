using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Coverage;

/// <summary>Gaps, overlaps and ground off target as a list with area and place, the largest first.</summary>
public static class Flaws
{
    private const double ThreadM = 0.1;

    /// <param name="leastM2">What is smaller is left out.</param>
    public static IReadOnlyList<Flaw> Of(AsApplied applied, Farm farm, double leastM2 = 4)
    {
        return [.. Of(FlawKind.Gap, applied.Missed).Concat(Of(FlawKind.Overlap, applied.Doubled)).Concat(Of(FlawKind.OffTarget, applied.OffTarget)).OrderByDescending(f => f.AreaM2)];

        IEnumerable<Flaw> Of(FlawKind kind, Geometry ground) => Enumerable.Range(0, ground.NumGeometries).Select(ground.GetGeometryN).Where(g => g.Area >= leastM2).Select(g =>
        {
            // Where strips meet to a nanometre, a flaw has threads no wider than that: no place for anybody to look at.
            var broad = g.Buffer(-ThreadM / 2);
            var inside = (broad.IsEmpty ? g : broad).PointOnSurface.Coordinate;
            var field = farm.Fields.FirstOrDefault(f => f.Boundary.EnvelopeInternal.Contains(inside) && f.Boundary.Contains(g.Factory.CreatePoint(inside)));
            return new Flaw(kind, field?.Id ?? "", g.Area, Math.Max(g.EnvelopeInternal.Width, g.EnvelopeInternal.Height), farm.Frame.ToGeo(LocalPoint.From(inside)));
        });
    }
}
