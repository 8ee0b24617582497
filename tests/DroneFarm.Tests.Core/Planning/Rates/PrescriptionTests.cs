using DroneFarm.Core.Checking;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Spraying.Prescriptions;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace DroneFarm.Tests.Core.Planning.Rates;

/// <summary>A field of 200 m by 20 m: four swaths of 5 m, east to west, and prescriptions that a person can follow.</summary>
public sealed class PrescriptionTests
{
    private const string FieldWkt = "POLYGON ((0 0, 200 0, 200 20, 0 20, 0 0))";
    private const string EastHalf = "POLYGON ((100 -5, 210 -5, 210 25, 100 25, 100 -5))";

    [Fact]
    public void A_job_without_a_prescription_has_swaths_without_a_dose_and_missions_without_script_messages()
    {
        var plan = Lab.Plan(Lab.Farm(Lab.Field(FieldWkt)));
        plan.Swaths.ShouldAllBe(s => s.Dose == null);
        plan.Missions.SelectMany(m => m.Items).ShouldAllBe(i => i.Command != MissionCommand.ScriptMessage);
    }

    [Fact]
    public void Swaths_are_cut_where_the_rate_changes_and_the_litres_are_the_prescriptions()
    {
        var plan = Plan((EastHalf, 30));
        plan.ShouldHold();
        var rates = plan.Swaths.ToLookup(s => s.Dose!.RateLPerHa, s => s.LengthM);
        rates.Select(r => r.Key).Order().ShouldBe([22.5, 30]);
        rates[22.5].Sum().ShouldBe(400, 0.5);
        rates[30].Sum().ShouldBe(400, 0.5);
        // 0.2 ha at 22.5 and 0.2 ha at 30 L/ha
        plan.Sorties.Sum(s => s.Litres).ShouldBe(10.5, 0.02);
        PlanCheck.Of(plan).Litres.ShouldBe(10.5, 0.02);
    }

    [Fact]
    public void On_a_border_the_sprayer_stays_on_and_the_script_is_told_the_flow_of_the_new_rate()
    {
        var items = Plan((EastHalf, 30)).Missions.Single().Items;
        items.Count(i => i is { Command: MissionCommand.Sprayer, Param1: 1 }).ShouldBe(4);
        var told = items.Where(i => i.Command == MissionCommand.ScriptMessage).ToList();
        told.ShouldAllBe(i => i.Param1 == MissionItem.SprayRateMessage);
        // 22.5 and 30 L/ha x 5 m x 0.006: a swath begins with the rate that the one before it ended with, so there are five in four swaths.
        told.Select(i => Math.Round(i.Param2, 3)).Distinct().Order().ShouldBe([0.675, 0.9]);
        told.Count.ShouldBe(5);
    }

    [Fact]
    public void Speed_falls_where_the_rate_would_ask_the_pump_for_more_than_it_gives()
    {
        // 60 L/ha x 5 m x 5 m/s x 0.006 = 9 L/min of 7.2: 4 m/s.
        var plan = Plan((EastHalf, 60));
        plan.ShouldHold();
        plan.Swaths.Where(s => s.Dose!.RateLPerHa == 60).ShouldAllBe(s => s.Dose!.SpeedMps == 4);
        plan.Missions.Single().Items.Where(i => i.Command == MissionCommand.ChangeSpeed).Select(i => i.Param2).Distinct().ShouldContain(4);
    }

    [Fact]
    public void Speed_rises_where_the_rate_would_ask_the_pump_for_less_than_it_gives()
    {
        // 6 L/ha x 5 m x 5 m/s x 0.006 = 0.9 L/min, and the pump gives no less than 1: 5.56 m/s.
        var plan = Plan((EastHalf, 6));
        plan.Swaths.Where(s => s.Dose!.RateLPerHa == 6).ShouldAllBe(s => s.Dose!.SpeedMps == 5.56);
        PlanCheck.Of(plan).AllFindings.ShouldNotContain(f => f.Code == "check.pump.under");
    }

    [Fact]
    public void A_rate_beyond_the_pump_at_any_even_speed_is_refused() =>
        Plan((EastHalf, 200)).AllFindings.ShouldContain(f => f.Code == "plan.rate.over" && f.Severity == Severity.Error);

    [Fact]
    public void Ground_of_rate_0_is_not_sprayed_and_flown_over_with_the_sprayer_off()
    {
        var plan = Plan(("POLYGON ((80 -5, 120 -5, 120 25, 80 25, 80 -5))", 0));
        var report = plan.ShouldHold();
        report.Fields.Single().SprayableM2.ShouldBe(160 * 20, 1);
        plan.Sorties.Sum(s => s.Litres).ShouldBe(160 * 20 * 22.5 / 10_000, 0.1);
        plan.Swaths.ShouldAllBe(s => Math.Max(s.Start.EastM, s.End.EastM) <= 80.01 || Math.Min(s.Start.EastM, s.End.EastM) >= 119.99);
        // Straight across: around it there is no way inside the field.
        plan.Route.Legs.OfType<TransitLeg>().Where(t => t.Reason == TransitReason.NextSwath).ShouldAllBe(t => t.Path.Count == 2);
    }

    [Fact]
    public void With_nothing_elsewhere_only_the_zones_are_sprayed()
    {
        var plan = Planned(new Prescription("spots", Zones((EastHalf, 30)), ElsewhereLPerHa: 0));
        plan.ShouldHold();
        plan.Sorties.Sum(s => s.Litres).ShouldBe(100 * 20 * 30 / 10_000.0, 0.1);
    }

    [Fact]
    public void A_field_without_any_rate_is_left_out_with_a_word()
    {
        var plan = Lab.Plan(
            Lab.Farm(Lab.Field(FieldWkt), Lab.Field("POLYGON ((0 40, 200 40, 200 60, 0 60, 0 40))", "2")),
            job: Lab.Job with { Prescription = new Prescription("p", Zones(("POLYGON ((-5 35, 210 35, 210 65, -5 65, -5 35))", 0))) });
        plan.Fields[1].Swaths.ShouldBeEmpty();
        plan.Fields[1].Findings.ShouldContain(f => f.Code == "plan.field.rate-zero" && f.Severity == Severity.Warning);
        plan.ShouldHold();
    }

    [Fact]
    public void Pieces_of_less_than_5_m_get_a_mean_with_their_neighbour()
    {
        var plan = Plan(("POLYGON ((100 -5, 103 -5, 103 25, 100 25, 100 -5))", 45));
        plan.Swaths.ShouldAllBe(s => s.LengthM >= 5);
        // 3 m in 200 at twice the rate: the whole farm still gets its litres within the closeness of two rates.
        plan.Sorties.Sum(s => s.Litres).ShouldBe((0.4 * 22.5) + (0.006 * 22.5), 0.03 * 9);
    }

    [Fact]
    public void A_border_along_a_swath_gives_it_the_mean_of_both_sides()
    {
        // The lowest swath, 0 to 5 m, has 2.5 m at 22.5 and 2.5 m at 45 L/ha in it.
        var plan = Plan(("POLYGON ((-5 -5, 205 -5, 205 2.5, -5 2.5, -5 -5))", 45));
        plan.Swaths.Single(s => s.Start.NorthM < 4).Dose!.RateLPerHa.ShouldBe(33.75, 0.01);
    }

    [Fact]
    public void Time_does_not_grow_by_a_stop_at_each_border()
    {
        var plain = Lab.Plan(Lab.Farm(Lab.Field(FieldWkt))).Sorties.Single().Duration;
        Plan((EastHalf, 30)).Sorties.Single().Duration.ShouldBe(plain, TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public void The_check_refuses_a_mission_that_tells_another_rate_than_planned()
    {
        var plan = Plan((EastHalf, 30));
        Codes(Changed(plan, i => i.Command == MissionCommand.ScriptMessage ? i with { Param2 = i.Param2 * 1.1 } : i)).ShouldContain("check.rate.differs");
        Codes(Changed(plan, i => i.Command == MissionCommand.ScriptMessage ? i with { Param1 = 1 } : i)).ShouldContain("check.mission.bad-item");
    }

    [Fact]
    public void The_check_refuses_a_plan_that_brings_other_litres_than_the_prescription()
    {
        var plan = Plan((EastHalf, 30));
        var other = plan with { Job = plan.Job with { Prescription = new Prescription("p", Zones((EastHalf, 60))) } };
        PlanCheck.Of(other).AllFindings.ShouldContain(f => f.Code == "check.rate.zone" && f.Severity == Severity.Error);
    }

    [Fact]
    public void The_check_refuses_spray_on_ground_of_rate_0()
    {
        var plan = Lab.Plan(Lab.Farm(Lab.Field(FieldWkt)));
        var dry = plan with { Job = plan.Job with { Prescription = new Prescription("p", Zones((EastHalf, 0))) } };
        Codes(dry).ShouldContain("check.off-target");
        Codes(dry).ShouldContain("check.rate.none");
    }

    [Fact]
    public void Of_two_zones_on_the_same_ground_the_first_counts_and_cells_of_one_rate_are_joined()
    {
        var (read, findings) = PrescriptionIntake.Of(
            "p", [("a", Area("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"), 10), ("b", Area("POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))"), 10), ("c", Area("POLYGON ((15 0, 30 0, 30 10, 15 10, 15 0))"), 20)],
            null, Lab.Farm().Frame);
        read.Zones.Count.ShouldBe(2);
        read.Zones.Select(z => Math.Round(z.ShapeIn(Lab.Farm().Frame).Area)).ShouldBe([200, 100]);
        findings.ShouldHaveSingleItem().Code.ShouldBe("prescription.overlap");
    }

    private static Plan Plan(params (string Wkt, double RateLPerHa)[] zones) => Planned(new Prescription("p", Zones(zones)));

    private static Plan Planned(Prescription prescription) =>
        Lab.Plan(Lab.Farm(Lab.Field(FieldWkt)), job: Lab.Job with { Prescription = prescription }, options: new PlanOptions(EdgePass: EdgePassChoice.Never));

    private static IReadOnlyList<RateZone> Zones(params (string Wkt, double RateLPerHa)[] zones) =>
        PrescriptionIntake.Of("p", [.. zones.Select((z, i) => ($"{i}", Area(z.Wkt), z.RateLPerHa))], null, Lab.Farm().Frame).Prescription.Zones;

    private static Geometry Area(string wkt) => new WKTReader().Read(wkt);

    private static Plan Changed(Plan plan, Func<MissionItem, MissionItem> change) =>
        plan with { Missions = [.. plan.Missions.Select(m => m with { Items = [.. m.Items.Select(change)] })] };

    private static List<string> Codes(Plan plan) => [.. PlanCheck.Of(plan).AllFindings.Select(f => f.Code)];
}
