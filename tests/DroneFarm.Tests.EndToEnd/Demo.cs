using System.Text;
using System.Text.Json;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>The main job, once, as a user runs it; the tests look at what it left.</summary>
public sealed class Demo(DemoRun demo) : IClassFixture<DemoRun>
{
    [Fact]
    public void It_ends_with_code_0_because_the_record_is_complete() => demo.Answer.ExitCode.ShouldBe(0, demo.Answer.Errors);

    [Theory]
    [InlineData("plan.json")]
    [InlineData("plan.geojson")]
    [InlineData("plan.png")]
    [InlineData("flight.tlog")]
    [InlineData("journal.jsonl")]
    [InlineData("as-applied.geojson")]
    [InlineData("coverage.png")]
    [InlineData("record.json")]
    [InlineData("record.pdf")]
    [InlineData("record.html")]
    public void It_leaves_every_file_of_the_job(string name) => new FileInfo(demo.File(name)).Length.ShouldBeGreaterThan(500);

    [Fact]
    public async Task Its_plan_passes_the_independent_check_with_nothing_off_target()
    {
        var answer = await Dronefarm.RunAsync(demo.Folder, "check", demo.Job, "--json");
        answer.ExitCode.ShouldBe(0, answer.Errors);
        var check = JsonDocument.Parse(answer.Output).RootElement;
        check.GetProperty("off_target_m2").GetDouble().ShouldBe(0);
        // The bar is 0.995 (issue 2). Measured on all ground that is no edge pass, the planner does not reach it yet.
        check.GetProperty("mainland_coverage").GetDouble().ShouldBeGreaterThanOrEqualTo(0.995);
    }

    [Fact]
    public async Task Its_swaths_and_missions_are_exported_for_other_programs()
    {
        (await Dronefarm.RunAsync(demo.Folder, "export", demo.Job, "--swaths", "swaths.jsonl", "--missions", "missions")).ExitCode.ShouldBe(0);
        var lines = await System.IO.File.ReadAllLinesAsync(Path.Combine(demo.Folder, "swaths.jsonl"), TestContext.Current.CancellationToken);
        lines.Length.ShouldBe(20);
        foreach (var field in lines.Select(l => JsonDocument.Parse(l).RootElement))
        {
            field.GetProperty("width_m").GetDouble().ShouldBeInRange(4, 5);
            var first = field.GetProperty("swaths")[0][0];
            first[0].GetDouble().ShouldBe(120.80, 0.01);
            first[1].GetDouble().ShouldBe(32.05, 0.01);
        }

        Directory.GetFiles(Path.Combine(demo.Folder, "missions"), "*.waypoints").Length.ShouldBe(Directory.GetFiles(Path.Combine(demo.Folder, "missions"), "*.plan").Length);
    }

    [Fact]
    public void Its_pictures_and_pages_are_what_their_names_say()
    {
        Start("coverage.png", 4)[1..].ShouldBe("PNG");
        Start("record.pdf", 5).ShouldBe("%PDF-");
        Start("record.html", 9).ToLowerInvariant().ShouldBe("<!doctype");
    }

    [Fact]
    public async Task Its_flight_takes_the_planned_time_to_within_5_percent()
    {
        var record = JsonDocument.Parse(await System.IO.File.ReadAllTextAsync(demo.File("record.json"), TestContext.Current.CancellationToken)).RootElement;
        var totals = record.GetProperty("totals");
        var planned = TimeSpan.Parse(totals.GetProperty("planned_duration").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        var flown = TimeSpan.Parse(totals.GetProperty("flown_duration").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        (flown / planned).ShouldBe(1, 0.05);
    }

    [Fact]
    public async Task The_report_verb_makes_the_same_record_again_from_the_journal_alone()
    {
        var before = await System.IO.File.ReadAllTextAsync(demo.File("record.json"), TestContext.Current.CancellationToken);
        System.IO.File.Delete(demo.File("record.json"));
        (await Dronefarm.RunAsync(demo.Folder, "report", demo.Job)).ExitCode.ShouldBe(0);
        (await System.IO.File.ReadAllTextAsync(demo.File("record.json"), TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    private string Start(string name, int bytes) => Encoding.ASCII.GetString(System.IO.File.ReadAllBytes(demo.File(name)), 0, bytes);
}
