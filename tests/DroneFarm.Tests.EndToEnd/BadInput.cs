namespace DroneFarm.Tests.EndToEnd;

/// <summary>Wrong input gives one line that names the file and the place in it, exit code 2, and leaves nothing behind.</summary>
public sealed class BadInput
{
    [Theory]
    [InlineData("", "empty.geojson")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geom""", "truncated.geojson")]
    [InlineData("this is no JSON", "words.geojson")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "nothing.geojson")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[32.05,120.80],[32.05,120.801],[32.051,120.801],[32.05,120.80]]]}}]}""", "swapped.geojson")]
    public async Task A_farm_that_cannot_be_read_is_one_clear_line(string content, string name)
    {
        var folder = Inputs.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, name), content, TestContext.Current.CancellationToken);
        var answer = await Dronefarm.RunAsync(folder, "plan", name, "--out", "planned");
        answer.ExitCode.ShouldBe(2, answer.Errors);
        answer.ErrorLines.ShouldHaveSingleItem().ShouldContain(name);
        answer.Output.ShouldBeEmpty();
        Directory.Exists(Path.Combine(folder, "planned")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_missing_farm_names_the_file()
    {
        var answer = await Dronefarm.RunAsync(Inputs.NewFolder(), "plan", "nowhere.geojson");
        answer.ExitCode.ShouldBe(2);
        answer.ErrorLines.ShouldHaveSingleItem().ShouldContain("nowhere.geojson");
    }

    [Fact]
    public async Task A_job_with_a_misspelt_property_names_the_file_and_the_property()
    {
        var folder = Inputs.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "job.json"), """{ "id": "x", "rate_l_pro_mu": 1.5 }""", TestContext.Current.CancellationToken);
        var answer = await Dronefarm.RunAsync(folder, "plan", Inputs.SampleFarm, "--job", "job.json");
        answer.ExitCode.ShouldBe(2);
        answer.ErrorLines.ShouldHaveSingleItem().ShouldContain("job.json");
    }

    [Theory]
    [InlineData("check")]
    [InlineData("report")]
    [InlineData("fly")]
    public async Task A_plan_that_is_not_there_is_one_line_that_names_it(string verb)
    {
        string[] args = verb == "fly" ? [verb, "no-such-plan", "--link", "sim"] : [verb, "no-such-plan"];
        var answer = await Dronefarm.RunAsync(Inputs.NewFolder(), args);
        answer.ExitCode.ShouldBe(2);
        answer.ErrorLines.ShouldHaveSingleItem().ShouldContain("no-such-plan");
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("fly", "here", "--link", "carrier-pigeon:7")]
    [InlineData("teleport")]
    [InlineData("demo", "--speed", "-1")]
    [InlineData("demo", "--speed", "abc")]
    [InlineData("plan", "farm.geojson", "--drones", "2.5")]
    [InlineData("plan", "farm.geojson", "--drones", "51")]
    [InlineData("calibrate", "here", "--link", "sim", "--seconds", "x")]
    [InlineData("calibrate", "here", "--link", "sim", "--litres", "-7")]
    [InlineData("watch", "--link", "udp://:14999", "--seconds", "-3")]
    [InlineData("sniff", "udp://:14999", "--seconds", "-3")]
    [InlineData("sim", "--to", "99999")]
    [InlineData("serve", "--port", "99999")]
    [InlineData("download", "--link", "sim", "--vehicle", "300")]
    [InlineData("sim", "--to", "14999", "--listen", "5999")]
    public async Task A_wrong_command_line_ends_with_code_2_and_says_why(params string[] args)
    {
        var answer = await Dronefarm.RunAsync(Inputs.NewFolder(), args);
        answer.ExitCode.ShouldBe(2);
        answer.ErrorLines.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Output_that_cannot_be_written_is_one_line_that_names_it()
    {
        var folder = Inputs.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "taken"), "", TestContext.Current.CancellationToken);
        (await Dronefarm.RunAsync(folder, "plan", Inputs.SampleFarm, "--out", "planned")).ExitCode.ShouldBe(0);
        foreach (var args in (string[][])
        [
            ["plan", Inputs.SampleFarm, "--out", "taken"],
            ["export", "planned", "--map", "nowhere/taken.kml"],
            ["export", "planned", "--swaths", "nowhere/taken"],
            ["export", "planned", "--missions", "taken"],
            ["import", Inputs.SampleFarm, "--out", "taken/y.kml"],
            ["download", "--link", "sim", "--out", "nowhere/taken"],
            ["watch", "--link", "udp://:14999", "--seconds", "1", "--tlog", "nowhere/taken"],
        ])
        {
            var answer = await Dronefarm.RunAsync(folder, args);
            answer.ExitCode.ShouldBe(2, $"{string.Join(' ', args)}: {answer.Errors}");
            answer.ErrorLines[^1].ShouldContain("taken");
            answer.ErrorLines[^1].ShouldContain("cannot be written");
        }
    }

    [Fact]
    public async Task An_export_of_nothing_names_all_choices()
    {
        var answer = await Dronefarm.RunAsync(Inputs.NewFolder(), "export", "here");
        foreach (var choice in (string[])["--map", "--as-applied", "--isoxml", "--swaths", "--missions"]) answer.ErrorLines.ShouldHaveSingleItem().ShouldContain(choice);
    }

    [Theory]
    [InlineData("--isoxml", "x.xml")]
    [InlineData("--map", "x.doc")]
    [InlineData("--as-applied", "x.doc")]
    public async Task An_export_under_the_ending_of_another_format_is_refused_before_anything_is_written(string option, string name)
    {
        var folder = Inputs.NewFolder();
        (await Dronefarm.RunAsync(folder, "plan", Inputs.SampleFarm, "--out", "planned")).ExitCode.ShouldBe(0);
        var answer = await Dronefarm.RunAsync(folder, "export", "planned", option, name, "--swaths", "swaths.jsonl");
        answer.ExitCode.ShouldBe(2);
        answer.ErrorLines.ShouldHaveSingleItem().ShouldContain(name);
        Directory.GetFiles(folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--forward", "watch", "--link", "udp://:14999", "--forward", "bogus")]
    [InlineData("nosuch.tlog", "watch", "--link", "replay:nosuch.tlog")]
    [InlineData("nosuch.rtcm", "watch", "--link", "udp://:14999", "--rtcm", "file:nosuch.rtcm")]
    [InlineData("nosuch.tlog", "sniff", "replay:nosuch.tlog")]
    [InlineData("taken", "serve", "--library", "taken", "--port", "14998")]
    [InlineData("--fields", "plan", "FARM", "--fields", "")]
    public async Task What_is_wrong_is_named_and_nothing_else_is_blamed(string named, params string[] args)
    {
        var folder = Inputs.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "taken"), "", TestContext.Current.CancellationToken);
        var answer = await Dronefarm.RunAsync(folder, [.. args.Select(a => a == "FARM" ? Inputs.SampleFarm : a)]);
        answer.ExitCode.ShouldBe(2, answer.Errors);
        answer.ErrorLines.ShouldHaveSingleItem().ShouldContain(named);
        if (!args.Contains("--link")) return;
        answer.Errors.ShouldNotContain("--link");
    }

    [Fact]
    public async Task One_file_that_cannot_be_imported_is_named_alone()
    {
        var folder = Inputs.NewFolder();
        await File.WriteAllBytesAsync(Path.Combine(folder, "plan.dat"), [1, 2, 3], TestContext.Current.CancellationToken);
        var answer = await Dronefarm.RunAsync(folder, "import", "plan.dat");
        answer.ExitCode.ShouldBe(2);
        answer.ErrorLines.ShouldHaveSingleItem().ShouldContain(": plan.dat: of no kind");
    }
}
