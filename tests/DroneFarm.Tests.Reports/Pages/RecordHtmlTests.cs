using System.Xml;
using System.Xml.Linq;
using DroneFarm.Core.Text;
using DroneFarm.Reports;

namespace DroneFarm.Tests.Reports.Pages;

public sealed class RecordHtmlTests
{
    [Theory]
    [InlineData(Language.Chinese, "施药记录")]
    [InlineData(Language.English, "Spray record")]
    public void The_page_is_well_formed_and_titled(Language language, string title)
    {
        var page = Parsed(Sample.Of(3), [language]);
        page.Descendants("h1").Single().Value.ShouldBe(title);
        page.Root!.Attribute("lang")!.Value.ShouldBe(language == Language.Chinese ? "zh-CN" : "en");
    }

    [Fact]
    public void A_name_cannot_break_out_of_the_page()
    {
        const string Nasty = "<script>alert('&\"')</script>\u0007";
        var page = Parsed(Sample.Of(2, nameOf: _ => Nasty), [Language.English]);
        page.Descendants("script").ShouldBeEmpty();
        page.Descendants("td").ShouldContain(td => td.Value.StartsWith("<script>alert('&\"')", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_needs_nothing_from_outside()
    {
        var page = Parsed(Sample.Of(2), [Language.Chinese, Language.English]);
        page.Descendants("link").ShouldBeEmpty();
        page.Descendants("img").Attributes("src").ShouldAllBe(s => s.Value.StartsWith("data:image/png;base64,", StringComparison.Ordinal));
    }

    [Fact]
    public void A_simulated_flight_on_a_made_up_farm_says_so_in_both_languages()
    {
        var text = Parsed(Sample.Of(1), [Language.Chinese, Language.English]).Root!.Value;
        foreach (var said in new[] { "模拟飞行", "SIMULATED FLIGHT", "虚构农场", "MADE-UP FARM", "未施用任何农药" }) text.ShouldContain(said);
    }

    [Fact]
    public void A_real_flight_does_not_say_that_it_was_simulated() =>
        Parsed(Sample.Of(1, simulated: false), [Language.English]).Root!.Value.ShouldNotContain("SIMULATED");

    [Fact]
    public void A_row_has_a_cell_for_each_head()
    {
        foreach (var table in Parsed(Sample.Of(4), [Language.Chinese, Language.English]).Descendants("table"))
        {
            var heads = table.Descendants("th").Count();
            table.Descendants("tbody").Elements("tr").ShouldAllBe(row => row.Elements("td").Count() == heads);
        }
    }

    private static XDocument Parsed(Sample sample, IReadOnlyList<Language> languages)
    {
        using var html = new StringWriter();
        RecordHtml.Write(html, sample.Record, sample.Plan, sample.Applied, sample.Log, new ReportOptions(languages, ReportOptions.ChinaStandardTime));
        using var reader = XmlReader.Create(new StringReader(html.ToString()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }
}
