using DroneFarm.Core.Spraying;
using DroneFarm.Core.Text;
using DroneFarm.Reports;
using DroneFarm.Reports.Charts;
using DroneFarm.Reports.Contents;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Wording;

namespace DroneFarm.Tests.Reports.Pages;

public sealed class ContentsTests
{
    private static readonly Sample Two = Sample.Of(2);

    [Fact]
    public void The_first_field_shows_the_hundred_square_metres_it_missed()
    {
        // 40 x 60 m = 2400 m2 = 3.60 mu; 100 m2 dry are 4.2 %; 60 m2 twice are 2.5 %.
        var row = GridOf("Fields").Rows[0];
        row.Cells.Take(7).ShouldBe(["F01", "东圩 1 号田", "3.60", "0.240", "95.8", "2.5", "100"]);
    }

    [Fact]
    public void A_table_of_several_fields_ends_with_their_total() => GridOf("Fields").Rows[^1].Tone.ShouldBe(Tone.Total);

    [Fact]
    public void The_product_used_is_the_dose_over_the_mixture_that_was_applied()
    {
        // 16 swaths of 300 m2 less 100 m2 plus 50 m2 at 22.5 L/ha are 10.69 L: 0.475 ha at 1.2 L/ha.
        var facts = Sheet().Blocks.OfType<Facts>().First();
        facts.Items.Single(i => i.Label.Main == "Product used in total").Value.ShouldStartWith("0.57 L");
    }

    [Fact]
    public void No_heading_stands_over_nothing()
    {
        var terms = RecordTerms.ChinaAlone;
        var sheet = Sheet(Two with { Record = Two.Record with { Job = Two.Record.Job with { Terms = terms } } });
        sheet.Blocks.OfType<Facts>().ShouldAllBe(f => f.Items.Count > 0);
        using var faces = new Faces();
        var source = new RecordSource(Two.Record with { Job = Two.Record.Job with { Terms = terms } }, Two.Plan, Two.Applied, Two.Log);
        RecordPdf.Rehearse(source, ReportOptions.Bilingual, faces).Paper.Page.ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("DF-30 (sample)", "", "not entered")]
    [InlineData("SIM-01", "", "SIM-01")]
    [InlineData("DF-30 (sample)", "UAS-1234", "UAS-1234")]
    public void The_aircraft_number_is_its_registration_or_its_own_name_and_never_the_sprayers(string vehicle, string registration, string shown)
    {
        var job = Two.Record.Job with { Terms = RecordTerms.ChinaAlone with { Sprayer = new SprayerCare(Registration: registration) } };
        var facts = Sheet(Two with { Record = Two.Record with { VehicleName = vehicle, Job = job } }).Blocks.OfType<Facts>().ElementAt(1).Items;
        facts.Single(f => f.Label.Main == "Aircraft number").Value.ShouldBe(shown);
        facts.Single(f => f.Label.Main == "Sprayer").Value.ShouldBe("DF-30 (sample)");
    }

    [Fact]
    public void A_note_too_long_for_one_line_below_a_chart_is_wrapped()
    {
        using var faces = new Faces();
        var ink = new TextInk(faces);
        float HeightOf(string note) => new BarChart([new Bar("a", 1, Palette.Once)], "%", note).HeightAt(400, ink);
        HeightOf(string.Join(' ', Enumerable.Repeat("within a tenth of the planned rate", 6))).ShouldBeGreaterThan(HeightOf("short") + 10);
    }

    [Fact]
    public void Weather_that_was_not_measured_is_unknown() => GridOf("Weather").Rows[1].Cells[5].ShouldBe(Figures.Unknown);

    [Fact]
    public void Weather_has_its_age_at_the_start_of_work() => GridOf("Weather").Rows.Select(r => r.Cells[1]).ShouldBe(["−12 min", "+9 min"]);

    [Fact]
    public void A_wind_from_135_degrees_is_a_south_easterly() => GridOf("Weather").Rows[0].Cells[3].ShouldBe("135° SE");

    [Fact]
    public void An_event_of_a_kind_not_known_here_is_shown_raw() => GridOf("Events of note").Rows[^1].Cells[2].ShouldBe("vehicle-of-tomorrow.alarm · 12 V");

    [Fact]
    public void A_stretch_without_a_flow_report_is_said_at_the_top_and_in_the_totals()
    {
        var sheet = Sheet(Two with { Applied = Two.Applied with { UnknownFlowM = 1230 } });
        sheet.Alert.ShouldContain("No flow was reported over 1.23 km");
        sheet.Blocks.OfType<Grid>().Single(g => g.Title.Main == "Planned and flown").Rows[^1].Cells[2].ShouldBe("1.23");
    }

    private static Grid GridOf(string title) => Sheet().Blocks.OfType<Grid>().Single(g => g.Title.Main == title);

    private static RecordSheet Sheet() => Sheet(Two);

    private static RecordSheet Sheet(Sample sample)
    {
        var words = new Words([Language.English]);
        return RecordSheet.Of(new RecordSource(sample.Record, sample.Plan, sample.Applied, sample.Log), words, new Figures(words, ReportOptions.ChinaStandardTime));
    }
}
