using System.Text.Json;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>A job shared by several drones, as a user plans it.</summary>
public sealed class SeveralDrones
{
    [Fact]
    public async Task Two_drones_share_the_sample_farm_and_the_check_proves_it()
    {
        var folder = Inputs.NewFolder();
        var one = await Dronefarm.RunAsync(folder, "plan", Inputs.SampleFarm, "--out", "one", "--json");
        var two = await Dronefarm.RunAsync(folder, "plan", Inputs.SampleFarm, "--out", "two", "--drones", "2", "--json");
        two.ExitCode.ShouldBe(0, two.Errors);
        double Makespan(Dronefarm.Answer answer) => JsonDocument.Parse(answer.Output).RootElement.GetProperty("makespan_minutes").GetDouble();
        Makespan(two).ShouldBeLessThan(0.7 * Makespan(one));
        (await Dronefarm.RunAsync(folder, "check", "two")).ExitCode.ShouldBe(0);
        var shown = await Dronefarm.RunAsync(folder, "plan", Inputs.SampleFarm, "--out", "two", "--drones", "2");
        shown.Output.ShouldContain("Drone");
        shown.Output.ShouldContain("after the first take-off");
    }

    [Fact]
    public async Task No_drones_at_all_are_refused() =>
        (await Dronefarm.RunAsync(Inputs.NewFolder(), "plan", Inputs.SampleFarm, "--drones", "0")).Errors.ShouldContain("--drones must be a whole number from 1 to 50.");
}
