using DroneFarm.Core.Fields;

namespace DroneFarm.Tests.Core.Planning;

/// <summary>Farms of real fields that lie side by side, in wind.</summary>
public sealed class DriftFarmTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(135)]
    [InlineData(290)]
    public void Fields_beside_each_other_are_planned_in_wind_and_proven(double fromDeg)
    {
        var (farm, _) = SharedFields.Read("jp-chofu-fude2019.geojson", 60);
        Lab.Plan(farm, job: Lab.Windy(fromDeg, sectorDeg: 30, edgeShare: 0.25, distanceM: 18.6)).ShouldHold();
    }

    [Fact]
    public void A_zone_that_shares_the_field_s_edge_leaves_no_hair_of_ground()
    {
        var crop = new NoSprayZone("n", "neighbour", ZoneKind.NeighbourCrop, Lab.Area("POLYGON ((100 0, 140 3.3, 140 50, 103.7 50, 100 0))"), 0);
        var plan = Lab.Plan(Lab.Farm(Lab.Field("POLYGON ((0 0, 100 0, 103.7 50, 0 50, 0 0))")) with { Zones = [crop] }, job: Lab.Windy(260, sectorDeg: 25, edgeShare: 0.3));
        plan.ShouldHold();
        plan.Fields[0].Sprayable.NumGeometries.ShouldBe(1);
    }
}
