using DroneFarm.Core.Geo;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Records;
using DroneFarm.Core.Records.History;
using DroneFarm.Core.Records.Statistics;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Text;

namespace DroneFarm.Tests.Core.Records;

/// <summary>A field's past: resistance groups, the season's maximum, entry and harvest; and a season's sums, as a person computes them.</summary>
public sealed class HistoryTests
{
    private static readonly DateTimeOffset June = new(2026, 6, 1, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_resistance_group_twice_in_a_row_is_told()
    {
        var finding = HistoryFindings.Of(On(40, "B", "2"), [On(0, "A", "2")]).ShouldHaveSingleItem();
        finding.Say(Language.English).ShouldBe("Field 一号田: resistance group 2 again, as A on 2026-06-01. Change the mode of action.");
        finding.FieldId.ShouldBe("F1");
    }

    [Fact]
    public void Another_group_between_two_of_the_same_is_a_rotation() =>
        HistoryFindings.Of(On(40, "C", "2"), [On(0, "A", "2"), On(20, "B", "1")]).ShouldBeEmpty();

    [Fact]
    public void The_same_group_after_more_than_a_rotation_or_on_another_field_is_no_matter()
    {
        HistoryFindings.Of(On(401, "B", "2"), [On(0, "A", "2")]).ShouldBeEmpty();
        HistoryFindings.Of(On(40, "B", "2"), [On(0, "A", "2") with { FieldId = "F2" }]).ShouldBeEmpty();
    }

    [Fact]
    public void More_applications_in_a_season_than_the_label_allows_are_told_and_a_withdrawn_one_does_not_count()
    {
        var now = On(60, "A", "4", new ProductLimits([], MaxApplicationsPerSeason: 2));
        SeasonFindings(now, [On(0, "A", "4"), On(30, "A", "4")]).ShouldHaveSingleItem().Say(Language.English).ShouldBe("Field 一号田: A for the 3. time this season; the label allows 2.");
        SeasonFindings(now, [On(0, "A", "4"), On(30, "A", "4") with { Withdrawn = true }]).ShouldBeEmpty();
        SeasonFindings(now, [On(-150, "A", "4"), On(30, "A", "4")]).ShouldBeEmpty();
    }

    [Fact]
    public void A_season_begins_when_its_crop_was_sown()
    {
        var now = On(60, "A", "4", new ProductLimits([], MaxApplicationsPerSeason: 1)) with { Terms = new RecordTerms([], SownOn: new DateOnly(2026, 7, 1)) };
        SeasonFindings(now, [On(20, "A", "4")]).ShouldBeEmpty();
        SeasonFindings(now, [On(35, "A", "4")]).Select(f => f.Code).ShouldBe(["records.history.times"]);
    }

    [Fact]
    public void More_product_in_a_season_than_the_label_allows_is_told() =>
        SeasonFindings(On(60, "A", "4", new ProductLimits([], MaxSeasonDosePerHa: 2.5)), [On(0, "A", "4"), On(30, "A", "4")])
            .ShouldHaveSingleItem().Say(Language.English).ShouldBe("Field 一号田: 3.6 L/ha this season; the label allows 2.5 L/ha.");

    [Fact]
    public void A_field_entered_before_its_time_and_a_harvest_before_its_day_are_told()
    {
        var earlier = On(0, "A", "4", new ProductLimits([], ReEntryH: 24, PreHarvestDays: 60));
        HistoryFindings.Of(On(0.5, "B", "1"), [earlier]).ShouldHaveSingleItem().Code.ShouldBe("records.history.entry");
        HistoryFindings.Of(On(2, "B", "1"), [earlier]).ShouldBeEmpty();
        var harvest = On(2, "B", "1") with { Terms = new RecordTerms([], HarvestOn: new DateOnly(2026, 7, 30)) };
        HistoryFindings.Of(harvest, [earlier]).ShouldHaveSingleItem().Say(Language.English).ShouldBe("Field 一号田 may not be harvested before 2026-07-31 (A).");
        HistoryFindings.Of(harvest with { Terms = new RecordTerms([], HarvestOn: new DateOnly(2026, 7, 31)) }, [earlier]).ShouldBeEmpty();
    }

    [Fact]
    public void A_season_sums_up_as_a_person_does()
    {
        var season = Season.Of("农场", [On(0, "A", "2"), On(30, "B", "1"), On(31, "A", "2") with { FieldId = "F2", Operator = "李娜" }, On(32, "A", "2") with { Withdrawn = true }], TimeSpan.FromHours(8));
        season.Totals.ShouldSatisfyAllConditions(t => t.Applications.ShouldBe(3), t => t.Fields.ShouldBe(2), t => t.SprayedM2.ShouldBe(3 * 1900), t => t.Litres.ShouldBe(13.5), t => t.ProductAmounts["L"].ShouldBe(0.72, 1e-9));
        season.ByProduct.Select(p => (p.Name, p.Totals.Applications)).ShouldBe([("A", 2), ("B", 1)]);
        season.ByOperator.Select(p => p.Name).ShouldBe(["张三", "李娜"]);
        season.ByMonth.Select(p => (p.Name, p.Totals.Applications)).ShouldBe([("2026-06", 1), ("2026-07", 2)]);
        season.Totals.RateLPerHa.ShouldBe(13.5 / 0.57, 1e-9);
    }

    /// <summary>The same product again meets the same weeds: that is told too, and tested by itself.</summary>
    private static IEnumerable<Finding> SeasonFindings(FieldApplication now, IEnumerable<FieldApplication> past) =>
        HistoryFindings.Of(now, past).Where(f => f.Code != "records.history.same-group");

    private static FieldApplication On(double day, string product, string group, ProductLimits? limits = null) => new(
        $"job{day}", "农场", true, true, "F1", "一号田", June.AddDays(day), June.AddDays(day).AddMinutes(10), "水稻", "稗草", product, product, $"PD{product}", "样例农药厂", 1.2, "L", "张三", "DF-01",
        2000, 1950, 1900, 30, 50, 4.5, 0.24, [[new GeoPoint(LatitudeDeg: 32, LongitudeDeg: 120)]],
        (limits ?? new ProductLimits([])) with { ResistanceGroups = [group] });
}
