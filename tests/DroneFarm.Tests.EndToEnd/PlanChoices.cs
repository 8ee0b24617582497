using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>What a user decides about a plan, and what the program says of it.</summary>
public sealed class PlanChoices
{
    [Fact]
    public async Task A_direction_an_AB_line_and_a_wind_across_give_the_same_swaths()
    {
        var folder = Inputs.NewFolder();
        string[][] ways = [["--direction", "90"], ["--ab", "120.80,32.05,120.81,32.05"], ["--across-wind", "0"]];
        var swaths = new List<string>();
        foreach (var (way, i) in ways.Select((w, i) => (w, i)))
        {
            var planned = await Dronefarm.RunAsync(folder, ["plan", Inputs.SampleFarm, "--fields", "A1", "--edge-pass", "never", "--out", $"p{i}", .. way]);
            planned.ExitCode.ShouldBe(0, planned.Errors);
            (await Dronefarm.RunAsync(folder, "export", $"p{i}", "--swaths", $"{i}.jsonl")).ExitCode.ShouldBe(0);
            swaths.Add(WithoutTimes(await File.ReadAllTextAsync(Path.Combine(folder, $"{i}.jsonl"), TestContext.Current.CancellationToken)));
        }

        var first = JsonDocument.Parse(swaths[0]).RootElement.GetProperty("swaths")[0];
        first[0][1].GetDouble().ShouldBe(first[1][1].GetDouble(), 1e-5);
        JsonDocument.Parse(swaths[1]).RootElement.GetProperty("swaths").GetArrayLength().ShouldBe(JsonDocument.Parse(swaths[0]).RootElement.GetProperty("swaths").GetArrayLength());
        swaths[2].ShouldBe(swaths[0]);
    }

    [Fact]
    public async Task Across_the_wind_without_a_number_means_the_wind_that_the_job_plans_for()
    {
        var folder = Inputs.NewFolder();
        var lines = new List<string>();
        foreach (string[] wind in new string[][] { ["--across-wind", "135"], ["--across-wind"] })
        {
            var planned = await Dronefarm.RunAsync(folder, ["plan", Inputs.SampleFarm, "--job", Path.Combine(Path.GetDirectoryName(Inputs.SampleFarm)!, "job-wind.json"), "--fields", "A1", "--out", "p", .. wind]);
            planned.ExitCode.ShouldBe(0, planned.Errors);
            (await Dronefarm.RunAsync(folder, "export", "p", "--swaths", "s.jsonl")).ExitCode.ShouldBe(0);
            lines.Add(WithoutTimes(await File.ReadAllTextAsync(Path.Combine(folder, "s.jsonl"), TestContext.Current.CancellationToken)));
        }

        lines[1].ShouldBe(lines[0]);
        var calm = await Dronefarm.RunAsync(folder, "plan", Inputs.SampleFarm, "--across-wind");
        calm.ExitCode.ShouldBe(2);
        calm.ErrorLines.ShouldHaveSingleItem().ShouldContain("--across-wind");
    }

    [Fact]
    public async Task A_job_s_own_prescription_is_planned_as_the_option_is_and_the_option_is_taken_before_it()
    {
        var folder = Inputs.NewFolder();
        var samples = Path.GetDirectoryName(Inputs.SampleFarm)!;
        Directory.CreateDirectory(Path.Combine(folder, "jobs"));
        File.Copy(Path.Combine(samples, "prescription.geojson"), Path.Combine(folder, "jobs", "map.geojson"));
        var job = (await File.ReadAllTextAsync(Path.Combine(samples, "job.json"), TestContext.Current.CancellationToken)).Replace("\"drift_margin_m\"", "\"prescription\": \"map.geojson\", \"drift_margin_m\"", StringComparison.Ordinal);
        var named = Path.Combine(folder, "jobs", "job.json");
        await File.WriteAllTextAsync(named, job, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "gone.json"), job, TestContext.Current.CancellationToken);
        string[][] ways = [["--job", named], ["--prescription", "jobs/map.geojson"], ["--job", "gone.json", "--prescription", "jobs/map.geojson"]];
        foreach (var (way, i) in ways.Select((w, i) => (w, i)))
        {
            var planned = await Dronefarm.RunAsync(folder, ["plan", Inputs.SampleFarm, "--fields", "C3,C4", "--out", $"p{i}", .. way]);
            planned.ExitCode.ShouldBe(0, planned.Errors);
        }

        var plans = await Task.WhenAll(ways.Select((_, i) => File.ReadAllTextAsync(Path.Combine(folder, $"p{i}", "plan.json"), TestContext.Current.CancellationToken)));
        JsonDocument.Parse(plans[0]).RootElement.GetProperty("job").GetProperty("prescription").GetProperty("zones").GetArrayLength().ShouldBePositive();
        plans[1].ShouldBe(plans[0]);
        plans[2].ShouldBe(plans[0]);
        (await Dronefarm.RunAsync(folder, "check", "p0")).ExitCode.ShouldBe(0);
        var missing = await Dronefarm.RunAsync(folder, "plan", Inputs.SampleFarm, "--job", "gone.json");
        missing.ExitCode.ShouldBe(2);
        missing.ErrorLines.ShouldHaveSingleItem().ShouldContain("gone.json, line 17: prescription names map.geojson");
    }

    [Fact]
    public async Task The_plan_stands_beside_the_usual_practice_and_against_the_least_possible()
    {
        var answer = await Dronefarm.RunAsync(Inputs.NewFolder(), "plan", Inputs.SampleFarm, "--out", "p", "--compare", "--json");
        answer.ExitCode.ShouldBe(0, answer.Errors);
        var plan = JsonDocument.Parse(answer.Output).RootElement;
        plan.GetProperty("compare").GetProperty("plan").GetProperty("off_target_m2").GetDouble().ShouldBe(0, 0.5);
        plan.GetProperty("compare").GetProperty("usual").GetProperty("off_target_m2").GetDouble().ShouldBeGreaterThan(500);
        plan.GetProperty("bounds").GetProperty("working_ratio").GetDouble().ShouldBeInRange(0.9, 1.2);
        plan.GetProperty("field_bounds").GetArrayLength().ShouldBe(20);
    }

    [Theory]
    [InlineData("--ab", "120.80,32.05")]
    [InlineData("--edge-pass", "sometimes")]
    [InlineData("--direction", "400")]
    [InlineData("--missed-price", "-1")]
    public async Task A_choice_that_cannot_be_used_is_told_in_one_line(string option, string value)
    {
        var answer = await Dronefarm.RunAsync(Inputs.NewFolder(), "plan", Inputs.SampleFarm, option, value);
        answer.ExitCode.ShouldBe(2);
        answer.ErrorLines.ShouldHaveSingleItem().ShouldContain(option);
    }

    [Fact]
    public async Task A_plan_that_was_changed_by_hand_fails_the_check_and_is_not_flown()
    {
        var folder = Inputs.NewFolder();
        (await Dronefarm.RunAsync(folder, "plan", Inputs.SampleFarm, "--fields", "A1", "--out", "p")).ExitCode.ShouldBe(0);
        var path = Path.Combine(folder, "p", "plan.json");
        var root = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!;
        root["sprayer"]!["tank_l"] = 60;
        await File.WriteAllTextAsync(path, root.ToJsonString(), TestContext.Current.CancellationToken);
        var check = await Dronefarm.RunAsync(folder, "check", "p");
        check.ExitCode.ShouldBe(1);
        check.Errors.ShouldContain("was changed after it was written");
        (await Dronefarm.RunAsync(folder, "fly", "p", "--link", "sim")).ExitCode.ShouldBe(2);
    }

    /// <summary>How long laying took differs from run to run.</summary>
    private static string WithoutTimes(string lines) => Regex.Replace(lines, "\"ms\":[0-9.]+,", "");
}
