using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.FirmwareSim;
using DroneFarm.Flight.Operations;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>A paddy of 80 m that rises from home's height by 5 cm a metre to the east, sprayed at 3 m over the terrain.</summary>
public sealed class TerrainFlights
{
    private const double HomeM = 5, RiseMPerM = 0.05, HeightM = 3;

    [Fact]
    public async Task Swaths_follow_the_ground_that_rises_under_them()
    {
        var plan = SmallJob.Plan(over: AltitudeDatum.Terrain);
        var (result, track) = await FlyAsync(plan);
        result.End.ShouldBe(JobEnd.Done, result.Reason.Key);
        var sprayed = track.Where(p => p.FlowLPerMin > 0).Select(p => (East: plan.Farm.Frame.ToLocal(p.Place).EastM, p.HeightM)).ToList();
        sprayed.Count(p => p.East > 60).ShouldBeGreaterThan(20);
        sprayed.ShouldAllBe(p => Math.Abs(p.HeightM - HeightM - (RiseMPerM * Math.Max(0, p.East))) < 0.5);
        sprayed.Max(p => p.HeightM).ShouldBeGreaterThan(HeightM + (RiseMPerM * 70));
        result.Last.IsArmed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("TERRAIN_ENABLE", "flight.check.terrain-disabled")]
    [InlineData("RNGFND1_TYPE", "flight.check.terrain-no-rangefinder")]
    public async Task A_vehicle_that_does_not_know_the_ground_is_not_armed_and_told_why(string parameter, string reason)
    {
        var (result, _) = await FlyAsync(SmallJob.Plan(over: AltitudeDatum.Terrain), (parameter, 0));
        result.End.ShouldBe(JobEnd.NotReady);
        result.Reason.Key.ShouldBe(reason);
        result.Last.IsArmed.ShouldBeFalse();
    }

    private static Task<OneFlight> FlyAsync(Plan plan, params (string Name, double Value)[] parameters)
    {
        var known = new Dictionary<string, double>(SprayerOptions.SprayingParameters) { ["RNGFND1_TYPE"] = 100 };
        foreach (var (name, value) in parameters) known[name] = value;
        return OneFlight.FlyAsync(plan, o => o with { HomeAltitudeM = HomeM, Parameters = known, TerrainM = place => HomeM + (RiseMPerM * Math.Max(0, plan.Farm.Frame.ToLocal(place).EastM)) });
    }
}
