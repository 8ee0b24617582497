using System.Text.Json;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>Looking at traffic, recorded or live.</summary>
public sealed class Sniffing
{
    [Fact]
    public async Task A_recorded_flight_is_counted_to_the_last_frame()
    {
        var log = Inputs.Collected("mavlink", "logs", "arducopter-4.6.3-sitl-spray.tlog");
        var answer = await Dronefarm.RunAsync(Inputs.NewFolder(), "sniff", log, "--json");
        answer.ExitCode.ShouldBe(0, answer.Errors);
        var traffic = JsonDocument.Parse(answer.Output).RootElement;
        traffic.GetProperty("good").GetInt64().ShouldBe(34_160);
        traffic.GetProperty("badCrc").GetInt64().ShouldBe(0);
        traffic.GetProperty("messages").EnumerateArray().Sum(m => m.GetProperty("count").GetInt64()).ShouldBe(34_160);
    }

    [Fact]
    public async Task A_silent_link_is_an_empty_table_and_no_error()
    {
        var port = DroneFarm.Cli.Flying.SimulatedVehicle.FreeUdpPort();
        var answer = await Dronefarm.RunAsync(Inputs.NewFolder(), "sniff", $"udp://:{port}", "--seconds", "0.5", "--json");
        answer.ExitCode.ShouldBe(0, answer.Errors);
        JsonDocument.Parse(answer.Output).RootElement.GetProperty("good").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task What_is_neither_file_nor_link_is_one_line()
    {
        var answer = await Dronefarm.RunAsync(Inputs.NewFolder(), "sniff", "nothing-here");
        answer.ExitCode.ShouldBe(2);
        answer.ErrorLines.ShouldHaveSingleItem().ShouldContain("nothing-here");
    }
}
