using DroneFarm.Core.Planning;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Tests.Storage.Formats;

/// <summary>Refill points that stand or drive, and what several aircraft need, in files.</summary>
public sealed class RefillAndFleetTests
{
    private const string Road = """
        {"type": "FeatureCollection", "name": "road", "features": [
          {"type": "Feature", "id": "A", "properties": {"role": "field", "name": "A"},
           "geometry": {"type": "Polygon", "coordinates": [[[120.8, 32.05], [120.801, 32.05], [120.801, 32.0505], [120.8, 32.0505], [120.8, 32.05]]]}},
          {"type": "Feature", "id": "T", "properties": {"role": "refill", "name": "tender", "drive_mps": 2},
           "geometry": {"type": "LineString", "coordinates": [[120.8, 32.0498], [120.801, 32.0498], [120.802, 32.0499]]}}
        ]}
        """;

    [Fact]
    public void A_refill_point_may_be_a_road_that_a_tender_drives()
    {
        var read = FarmFile.Read(Repository.Text(Road), "farm.geojson");
        read.Findings.ShouldBeEmpty();
        var refill = read.Farm!.RefillPoints.ShouldHaveSingleItem();
        refill.Road.ShouldNotBeNull().Count.ShouldBe(3);
        refill.Place.ShouldBe(refill.Road[0]);
        refill.DriveMps.ShouldBe(2);
        refill.Road[0].DistanceM(refill.Road[1]).ShouldBe(94.5, 1);
    }

    [Theory]
    [InlineData("[120.8, 32.0498], [120.801, 32.0498], [120.802, 32.0499]", "[120.8, 32.0498], [120.8, 32.0498]", "farm.geojson, line 4: 'T' must be a single line")]
    [InlineData("\"drive_mps\": 2", "\"drive_mps\": 0", "farm.geojson, line 4: drive_mps of 'T' is 0; it must be 0.1 to 1000.")]
    public void A_road_that_cannot_be_driven_is_refused(string there, string instead, string sentence) =>
        FarmFile.Read(Repository.Text(Road.Replace(there, instead, StringComparison.Ordinal)), "farm.geojson").Findings[0].Say(Language.English).ShouldStartWith(sentence);

    [Fact]
    public void Filling_takes_three_minutes_and_turns_need_no_room_unless_the_sprayer_says_so()
    {
        var text = File.ReadAllText(Repository.Sample("sprayer.json"));
        var usual = SprayerFile.Read(Repository.Text(text), "s.json").Sprayer!;
        (usual.RefillS, usual.MinTurnRadiusM).ShouldBe((180, 0));
        var own = SprayerFile.Read(Repository.Text(text.Replace("\"tank_l\": 30,", "\"tank_l\": 30, \"refill_minutes\": 1.5, \"min_turn_radius_m\": 4,", StringComparison.Ordinal)), "s.json").Sprayer!;
        (own.RefillS, own.MinTurnRadiusM).ShouldBe((90, 4));
    }

    [Fact]
    public void Drones_take_off_times_and_roads_return_from_the_plan_file()
    {
        using var folder = new TemporaryFolder();
        var plan = SamplePlan.Make();
        var road = FarmFile.Read(Repository.Text(Road), "farm.geojson").Farm!.RefillPoints[0];
        plan = plan with
        {
            Farm = plan.Farm with { RefillPoints = [.. plan.Farm.RefillPoints, road] },
            Sorties = [plan.Sorties[0] with { Vehicle = 2, Start = TimeSpan.FromSeconds(321.5), From = plan.Sorties[0].From with { Tender = road.Id, AlongM = 47.25, DriveMps = 2 } }],
            Fleet = new Fleet(3, 25, 4),
        };
        var fingerprint = PlanFile.Write(folder.File("plan.json"), plan);
        var read = PlanFile.Read(folder.File("plan.json"));
        read.Findings.ShouldBeEmpty();
        read.Fingerprint.ShouldBe(fingerprint);
        (read.Plan!.Sorties[0].Vehicle, read.Plan.Sorties[0].Start, read.Plan.Fleet).ShouldBe((2, TimeSpan.FromSeconds(321.5), plan.Fleet));
        (read.Plan.Sorties[0].From.Tender, read.Plan.Sorties[0].From.AlongM, read.Plan.Sorties[0].From.DriveMps, read.Plan.Sorties[0].To.Tender).ShouldBe((road.Id, 47.25, 2, null));
        var back = read.Plan.Farm.RefillPoints[^1];
        back.DriveMps.ShouldBe(2);
        for (var i = 0; i < 3; i++) back.Road![i].DistanceM(road.Road![i]).ShouldBeLessThan(1e-3);
    }
}
