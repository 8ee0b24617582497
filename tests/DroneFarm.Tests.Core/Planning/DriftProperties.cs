using CsCheck;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;
using NetTopologySuite.Geometries;

namespace DroneFarm.Tests.Core.Planning;

/// <summary>What holds for any field, pond and pole in any wind.</summary>
public sealed class DriftProperties
{
    private const int Fields = 50;

    private static readonly Gen<(Farm Farm, Job Job)> Cases =
        from farm in RandomFields.Farms
        from fromDeg in Gen.Double[0, 360]
        from sectorDeg in Gen.Double[1, 90]
        from distanceM in Gen.Double[1, 35]
        from edgeShare in Gen.OneOf(Gen.Const(0.0), Gen.Double[0.02, 0.5])
        select (farm, Lab.Windy(fromDeg, sectorDeg, edgeShare, distanceM));

    [Fact]
    public void Every_plan_in_wind_passes_the_independent_check() => Cases.Sample(c => Lab.Plan(c.Farm, job: c.Job).ShouldHoldIfAnythingIsFlown(), iter: Fields);

    /// <summary>Followed with the wind, from the ground that is sprayed: neither planner nor check goes this way.</summary>
    [Fact]
    public void From_no_sprayed_point_the_wind_reaches_a_zone_or_leaves_the_field_too_near() => Cases.Sample(c =>
    {
        var (farm, job) = c;
        var drift = Drift.Of(job).ShouldNotBeNull();
        var field = farm.Fields[0].Boundary;
        foreach (var swath in Lab.Plan(farm, job: job).Swaths)
        {
            foreach (var point in Sprayed(swath))
            {
                foreach (var ray in Rays(point, drift, drift.DistanceM)) farm.Zones.ShouldAllBe(z => !z.Shape.Intersects(ray));
                if (drift.EdgeM == 0) continue;
                foreach (var ray in Rays(point, drift, drift.EdgeM)) field.Covers(ray).ShouldBeTrue();
            }
        }
    }, iter: Fields);

    /// <summary>Corners, edges and middle of a swath's ground, a hair inside.</summary>
    private static IEnumerable<LocalPoint> Sprayed(Swath swath)
    {
        const double hair = 0.999;
        var middle = swath.Start + ((swath.End - swath.Start) / 2);
        var along = (swath.End - swath.Start) / 2 * hair;
        var aside = along.Unit.Left * (swath.WidthM / 2 * hair);
        return from u in (double[])[-1, -0.5, 0, 0.5, 1] from v in (double[])[-1, 0, 1] select middle + (along * u) + (aside * v);
    }

    private static IEnumerable<LineString> Rays(LocalPoint from, Drift drift, double reachM)
    {
        for (var share = -1.0; share <= 1; share += 0.25)
        {
            var (sin, cos) = Math.SinCos(share * drift.HalfSectorRad * 0.999);
            var to = from + (((drift.Towards * cos) + (drift.Towards.Left * sin)) * (reachM * 0.999));
            yield return GeometryFactory.Default.CreateLineString([from.ToCoordinate(), to.ToCoordinate()]);
        }
    }
}
