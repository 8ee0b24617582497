using System.Globalization;
using System.Text.Json;
using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>The verbs that talk to a vehicle, as a user runs them, each against a simulated sprayer of its own.</summary>
public sealed class GroundVerbs
{
    [Fact]
    public async Task Parameters_are_backed_up_compared_changed_and_restored()
    {
        var folder = Inputs.NewFolder();
        (await Dronefarm.RunAsync(folder, "params", "backup", "all.param", "--link", "sim")).ExitCode.ShouldBe(0);
        (await Dronefarm.RunAsync(folder, "params", "diff", "all.param", "--link", "sim")).ExitCode.ShouldBe(0);
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder, "all.param"), TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(Path.Combine(folder, "other.param"), lines.Select(l => l.StartsWith("RTL_ALT,", StringComparison.Ordinal) ? "RTL_ALT,700 # lower" : l), TestContext.Current.CancellationToken);
        var diff = await Dronefarm.RunAsync(folder, "params", "diff", "other.param", "--link", "sim");
        diff.ExitCode.ShouldBe(1);
        diff.Output.ShouldContain("RTL_ALT");
        var restored = await Dronefarm.RunAsync(folder, "params", "restore", "other.param", "--yes", "--link", "sim");
        restored.ExitCode.ShouldBe(0, restored.Errors);
        restored.Output.ShouldContain("1 of 1");
    }

    [Fact]
    public async Task A_value_that_the_vehicle_clamps_is_said_and_a_dangerous_pair_is_refused()
    {
        var folder = Inputs.NewFolder();
        var clamped = await Dronefarm.RunAsync(folder, "params", "set", "SPRAY_PUMP_MIN=300", "--yes", "--link", "sim");
        clamped.ExitCode.ShouldBe(1);
        clamped.Errors.ShouldContain("127");
        var refused = await Dronefarm.RunAsync(folder, "params", "set", "SPRAY_SPEED_MIN=0", "SPRAY_PUMP_MIN=5", "--yes", "--link", "sim");
        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("on the ground");
    }

    [Fact]
    public async Task Names_and_units_of_ArduCopter_46_are_understood_for_a_vehicle_of_47()
    {
        await using var host = new SimulatedSprayerHost(
            new SimulatedSprayer(new SprayerOptions { Home = new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.8), Release = FirmwareRelease.Copter47 }), "tcp:127.0.0.1:0", TimeProvider.System);
        var link = $"tcp://127.0.0.1:{host.LocalEndPoint.Port.ToString(CultureInfo.InvariantCulture)}";
        var folder = Inputs.NewFolder();
        var set = await Dronefarm.RunAsync(folder, "params", "set", "WPNAV_SPEED=450", "RTL_ALT_M=12", "--yes", "--link", link);
        set.ExitCode.ShouldBe(0, set.Errors);
        set.Output.ShouldContain("WP_SPD");
        var got = await Dronefarm.RunAsync(folder, "params", "get", "WPNAV_SPEED", "RTL_ALT", "WP_SPD", "--link", link);
        got.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ShouldBe(["WP_SPD,4.5", "RTL_ALT_M,12"]);
        (await Dronefarm.RunAsync(folder, "params", "restore", Path.Combine(AppContext.BaseDirectory, "ardupilot", "spray.parm"), "--yes", "--link", link)).ExitCode.ShouldBe(0);
        var diff = await Dronefarm.RunAsync(folder, "params", "diff", Path.Combine(AppContext.BaseDirectory, "ardupilot", "spray-4.7.parm"), "--link", link);
        diff.ExitCode.ShouldBe(0, diff.Output);
    }

    [Fact]
    public async Task Nothing_is_changed_when_the_pilot_does_not_say_yes()
    {
        var answer = await Dronefarm.RunAsync(Inputs.NewFolder(), "params", "set", "RTL_ALT=700", "--link", "sim");
        answer.ExitCode.ShouldBe(1);
        answer.Output.ShouldNotContain("changed");
    }

    [Fact]
    public async Task A_plans_sortie_is_uploaded_with_fence_and_rally_points_and_its_preset_set()
    {
        var folder = Inputs.NewFolder();
        (await Dronefarm.RunAsync(folder, "plan", Inputs.SampleFarm, "--out", "planned")).ExitCode.ShouldBe(0);
        var upload = await Dronefarm.RunAsync(folder, "upload", "planned", "--sortie", "1", "--link", "sim");
        upload.ExitCode.ShouldBe(0, upload.Errors);
        upload.Output.ShouldContain("read back and equal");
        var preset = await Dronefarm.RunAsync(folder, "params", "preset", "planned", "--yes", "--link", "sim");
        preset.ExitCode.ShouldBe(0, preset.Errors);
        preset.Output.ShouldContain("FS_GCS_ENABLE");
        (await Dronefarm.RunAsync(folder, "upload", "planned", "--sortie", "99", "--link", "sim")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task The_guard_script_is_put_on_board_read_back_and_heard_running()
    {
        var answer = await Dronefarm.RunAsync(Inputs.NewFolder(), "params", "preset", "spraying", "--script", "--yes", "--link", "sim");
        answer.ExitCode.ShouldBe(0, answer.Errors);
        answer.Output.ShouldContain("sprayer_guard.lua on board");
        answer.Output.ShouldContain("read back and equal, running");
    }

    [Fact]
    public async Task A_jug_under_the_nozzles_sets_the_pumps_law_and_says_when_the_plan_no_longer_holds()
    {
        var folder = Inputs.NewFolder();
        (await Dronefarm.RunAsync(folder, "plan", Inputs.SampleFarm, "--out", "planned")).ExitCode.ShouldBe(0);
        var answer = await Dronefarm.RunAsync(folder, "calibrate", "planned", "--seconds", "2", "--litres", "0.3", "--yes", "--link", "sim");
        answer.ExitCode.ShouldBe(0, answer.Errors);
        answer.Output.ShouldContain("SPRAY_PUMP_RATE");
        answer.Output.ShouldContain("pump_max_flow_l_per_min");
    }

    [Theory]
    [InlineData("mode", "GUIDED")]
    [InlineData("sprayer-off")]
    [InlineData("reboot")]
    [InlineData("interval", "33", "10")]
    [InlineData("clear", "--list", "fence")]
    [InlineData("disarm")]
    public async Task An_order_ends_with_the_vehicles_word(params string[] order)
    {
        var answer = await Dronefarm.RunAsync(Inputs.NewFolder(), ["command", .. order, "--link", "sim"]);
        answer.ExitCode.ShouldBe(0, answer.Errors);
    }

    [Theory]
    [InlineData("command", "send", "400", "1")]
    [InlineData("command", "send", "216", "1")]
    [InlineData("command", "send", "183", "9", "1900")]
    [InlineData("command", "mode", "HOVER")]
    [InlineData("params", "set", "RTL_ALT")]
    [InlineData("params", "diff", "nowhere.param")]
    [InlineData("upload", "nowhere.waypoints")]
    public async Task What_must_not_or_cannot_be_done_is_one_line_and_code_2(params string[] args)
    {
        var answer = await Dronefarm.RunAsync(Inputs.NewFolder(), [.. args, "--link", "sim"]);
        answer.ExitCode.ShouldBe(2);
        answer.ErrorLines.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("empty.param", "empty.param: there is no parameter in it.")]
    [InlineData("nowhere.param", "nowhere.param: there is no such file.")]
    public async Task A_file_without_parameters_is_not_taken_for_one_that_agrees(string name, string said)
    {
        var folder = Inputs.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "empty.param"), "# nothing\n", TestContext.Current.CancellationToken);
        var answer = await Dronefarm.RunAsync(folder, "params", "diff", name, "--link", "sim");
        answer.ExitCode.ShouldBe(2);
        answer.ErrorLines.ShouldHaveSingleItem().ShouldBe(said);
    }

    [Fact]
    public async Task A_file_with_a_line_that_is_no_parameter_names_the_line()
    {
        var folder = Inputs.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "bad.param"), "RTL_ALT,1000\nthis is none\n", TestContext.Current.CancellationToken);
        var answer = await Dronefarm.RunAsync(folder, "params", "restore", "bad.param", "--link", "sim");
        answer.ExitCode.ShouldBe(2);
        answer.Errors.ShouldContain("bad.param, line 2");
    }

    [Fact]
    public async Task A_recorded_flight_is_watched_to_its_end()
    {
        var folder = Inputs.NewFolder();
        await using (var tlog = File.Create(Path.Combine(folder, "flight.tlog"))) Recording.Write(tlog, TimeSpan.FromSeconds(20));
        var answer = await Dronefarm.RunAsync(folder, "watch", "--link", "replay:flight.tlog:20", "--json");
        answer.ExitCode.ShouldBe(0, answer.Errors);
        var vehicle = JsonDocument.Parse(answer.Output).RootElement.EnumerateArray().ShouldHaveSingleItem();
        vehicle.GetProperty("vehicle").GetInt32().ShouldBe(1);
        vehicle.GetProperty("height_m").GetDouble().ShouldBe(0, 1);
        vehicle.GetProperty("loss_share").GetDouble().ShouldBe(0);
    }

    [Fact]
    public async Task A_link_on_which_nobody_speaks_is_said_in_one_line()
    {
        var answer = await Dronefarm.RunAsync(Inputs.NewFolder(), "watch", "--link", string.Create(CultureInfo.InvariantCulture, $"udp://:{Cli.Flying.SimulatedVehicle.FreeUdpPort()}"), "--seconds", "1", "--json");
        answer.ExitCode.ShouldBe(3);
        answer.ErrorLines.ShouldHaveSingleItem();
    }
}
