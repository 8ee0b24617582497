using System.Text;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Tests.Storage.Formats;

public sealed class PrescriptionFileTests
{
    private static readonly LocalFrame Frame = new(new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.8));

    [Fact]
    public void Zones_are_read_per_mu_or_per_hectare_and_a_feature_without_a_place_says_the_rest()
    {
        var read = Read(Zone("a", "\"rate_l_per_mu\": 2", 0) + ",\n" + Zone("b", "\"rate_l_per_ha\": 15", 0.002) + ",\n" + Nowhere("\"rate_l_per_ha\": 0"));
        read.Findings.ShouldBeEmpty();
        var prescription = read.Prescription.ShouldNotBeNull();
        prescription.Zones.Select(z => z.RateLPerHa).ShouldBe([30, 15]);
        prescription.ElsewhereLPerHa.ShouldBe(0);
        // 0.001 by 0.001 degrees at 32.05 N
        prescription.Zones[0].ShapeIn(Frame).Area.ShouldBe(94.4 * 110.9, 60);
    }

    [Theory]
    [InlineData("\"rate\": 15", "p.geojson, line 2: zone a must have exactly one of rate_l_per_ha, rate_l_per_mu, a number from 0 to 600 L/ha.")]
    [InlineData("\"rate_l_per_ha\": 15, \"rate_l_per_mu\": 1", "p.geojson, line 2: zone a must have exactly one of rate_l_per_ha, rate_l_per_mu, a number from 0 to 600 L/ha.")]
    [InlineData("\"rate_l_per_ha\": -1", "p.geojson, line 2: zone a must have exactly one of rate_l_per_ha, rate_l_per_mu, a number from 0 to 600 L/ha.")]
    [InlineData("\"rate_l_per_mu\": 41", "p.geojson, line 2: zone a must have exactly one of rate_l_per_ha, rate_l_per_mu, a number from 0 to 600 L/ha.")]
    public void A_zone_without_one_good_rate_refuses_the_file(string rate, string sentence)
    {
        var read = Read(Zone("a", rate, 0));
        read.Prescription.ShouldBeNull();
        read.Findings.ShouldHaveSingleItem().Say(Language.English).ShouldBe(sentence);
    }

    [Fact]
    public void A_line_or_a_second_rate_for_the_rest_is_refused()
    {
        Read(Zone("a", "\"rate_l_per_ha\": 15", 0) + ",\n" + Nowhere("\"rate_l_per_ha\": 0") + ",\n" + Nowhere("\"rate_l_per_ha\": 1")).Findings.ShouldHaveSingleItem().Code.ShouldBe("prescription.no-area");
        Read(Nowhere("\"rate_l_per_ha\": 1")).Findings.ShouldHaveSingleItem().Code.ShouldBe("prescription.empty");
    }

    [Fact]
    public void A_plan_with_a_prescription_comes_back_from_its_file()
    {
        var plain = SamplePlan.Make();
        var zones = Read(Zone("a", "\"rate_l_per_mu\": 2", 0)).Prescription!;
        var dosed = plain with
        {
            Job = plain.Job with { Prescription = zones },
            Fields = [.. plain.Fields.Select(f => f with { Swaths = [.. f.Swaths.Select(s => s with { Dose = new(30, 4.5, GoesOn: true) })] })],
        };
        using var folder = new TemporaryFolder();
        var path = folder.File("plan.json");
        var written = PlanFile.Write(path, dosed);
        var read = PlanFile.Read(path);
        read.Findings.ShouldBeEmpty();
        PlanFile.Fingerprint(read.Plan!).ShouldBe(written);
        read.Plan!.Swaths.ShouldAllBe(s => s.Dose == new DroneFarm.Core.Planning.SwathDose(30, 4.5, true, false));
        read.Plan.Job.Prescription!.Zones.Single().RateLPerHa.ShouldBe(30);
        PlanFile.Fingerprint(plain).ShouldNotBe(written);
    }

    [Fact]
    public void A_least_spray_height_is_read_and_the_lower_swaths_come_back_from_the_plan_s_file()
    {
        var text = File.ReadAllText(Repository.Sample("sprayer.json")).Replace("  \"tank_l\"", "  \"least_spray_height_m\": 2.5, \"tank_l\"", StringComparison.Ordinal);
        SprayerFile.Read(Repository.Text(text), "s.json").Sprayer!.LeastSprayHeightM.ShouldBe(2.5);
        SprayerFile.Read(Repository.Text(text.Replace("2.5, \"tank", "0.2, \"tank", StringComparison.Ordinal)), "s.json").Findings.ShouldHaveSingleItem()
            .Say(Language.English).ShouldBe("s.json, line 3: least_spray_height_m is 0.2; it must be 0.5 to 30.");
        var plain = SamplePlan.Make();
        var lower = plain with { Fields = [.. plain.Fields.Select(f => f with { Swaths = [.. f.Swaths.Select(s => s with { HeightM = 2.64 })] })] };
        using var folder = new TemporaryFolder();
        var written = PlanFile.Write(folder.File("plan.json"), lower);
        written.ShouldNotBe(PlanFile.Fingerprint(plain));
        PlanFile.Read(folder.File("plan.json")).Plan!.Swaths.ShouldAllBe(s => s.HeightM == 2.64);
    }

    [Fact]
    public void Patterns_and_switching_of_a_sprayer_are_read_and_a_pattern_may_stand_for_the_swath_width()
    {
        var text = File.ReadAllText(Repository.Sample("sprayer.json"))
            .Replace("  \"swath_width_m\": 5,\n", "  \"patterns\": [{\"height_m\": 3, \"speed_mps\": 5, \"offsets_m\": [-3, 0, 3], \"deposits\": [0, 1.2, 0], \"source\": \"paper\"}],\n", StringComparison.Ordinal);
        var read = SprayerFile.Read(Repository.Text(text), "s.json");
        read.Findings.ShouldBeEmpty();
        var sprayer = read.Sprayer!;
        sprayer.SwathWidthM.ShouldBe(0);
        (sprayer.Switching!.OffM, sprayer.Switching.On.Count, sprayer.Switching.On[0]).ShouldBe((0, 5, new SwitchingOn(0, 0.9, 1.3)));
        sprayer.Patterns!.Single().Samples.Select(s => (s.OffsetM, s.Deposit)).ShouldBe([(-3, 0), (0, 1.2), (3, 0)]);
    }

    [Theory]
    [InlineData("[-3, 0, 3]", "[0, 1]", "s.json, line 4: patterns[0].offsets_m and patterns[0].deposits must be lists of the same length, with at least two numbers.")]
    [InlineData("[-3, 3, 0]", "[0, 1, 0]", "s.json, line 4: patterns[0].offsets_m must rise from left to right.")]
    [InlineData("[-3, 0, 3]", "[0, -1, 0]", "s.json, line 4: patterns[0].deposits[1] is -1; it must be 0 to 1000000.")]
    public void A_pattern_that_is_none_names_the_line_and_the_property(string offsets, string deposits, string sentence)
    {
        var text = File.ReadAllText(Repository.Sample("sprayer.json")).Replace(
            "  \"swath_width_m\": 5,\n",
            $"  \"patterns\": [{{\"height_m\": 3, \"speed_mps\": 5, \"offsets_m\": {offsets}, \"deposits\": {deposits}, \"source\": \"paper\"}}],\n",
            StringComparison.Ordinal);
        SprayerFile.Read(Repository.Text(text), "s.json").Findings[0].Say(Language.English).ShouldBe(sentence);
    }

    private static PrescriptionRead Read(string features) =>
        PrescriptionFile.Read(new MemoryStream(Encoding.UTF8.GetBytes($"{{\"type\": \"FeatureCollection\", \"features\": [\n{features}]}}")), "p.geojson", Frame);

    private static string Zone(string id, string rate, double eastDeg) => FormattableString.Invariant(
        $"{{\"type\": \"Feature\", \"id\": \"{id}\", \"properties\": {{{rate}}}, \"geometry\": {{\"type\": \"Polygon\", \"coordinates\": [[[{120.8 + eastDeg}, 32.05], [{120.801 + eastDeg}, 32.05], [{120.801 + eastDeg}, 32.051], [{120.8 + eastDeg}, 32.051], [{120.8 + eastDeg}, 32.05]]]}}}}");

    private static string Nowhere(string rate) => $"{{\"type\": \"Feature\", \"properties\": {{{rate}}}, \"geometry\": null}}";
}
