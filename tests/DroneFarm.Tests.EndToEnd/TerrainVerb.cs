using System.Text.Json.Nodes;
using DroneFarm.Core.Geo;

namespace DroneFarm.Tests.EndToEnd;

/// <summary><c>fly --terrain DIR</c>, as a user types it.</summary>
public sealed class TerrainVerb : IDisposable
{
    private readonly string folder = Inputs.NewFolder();

    [Fact]
    public async Task A_job_over_the_terrain_is_flown_with_heights_from_a_folder_of_tiles_beside_a_file_that_is_none()
    {
        await PlanAsync();
        using var ground = new SlopingGround(new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.80), 300, riseNorth: 1, riseEast: 1);
        await File.WriteAllTextAsync(Path.Combine(ground.Folder, "N33E120.hgt"), "no tile", TestContext.Current.CancellationToken);
        var flown = await Dronefarm.RunAsync(folder, "fly", "j", "--sim", "1", "--speed", "60", "--terrain", ground.Folder);
        flown.ExitCode.ShouldBe(0, flown.Errors);
        flown.Errors.ShouldContain("N33E120.hgt");
    }

    [Fact]
    public async Task Without_a_tile_of_the_place_nothing_is_armed_and_the_place_is_told()
    {
        await PlanAsync();
        using var ground = new SlopingGround(new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.80), 300, riseNorth: 1, riseEast: 1);
        File.Move(Path.Combine(ground.Folder, "N32E120.hgt"), Path.Combine(ground.Folder, "N31E120.hgt"));
        var flown = await Dronefarm.RunAsync(folder, "fly", "j", "--sim", "1", "--speed", "60", "--terrain", ground.Folder);
        flown.ExitCode.ShouldNotBe(0);
        flown.Errors.ShouldContain("does not know the ground at 32.");
    }

    [Fact]
    public async Task A_folder_without_tiles_is_one_line_and_nothing_is_begun()
    {
        await PlanAsync();
        foreach (var named in (string[])["nowhere", "."])
        {
            var flown = await Dronefarm.RunAsync(folder, "fly", "j", "--sim", "1", "--terrain", named);
            flown.ExitCode.ShouldBe(2);
            flown.ErrorLines.ShouldHaveSingleItem().ShouldContain(named);
        }

        File.Exists(Path.Combine(folder, "j", "journal.jsonl")).ShouldBeFalse();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task PlanAsync()
    {
        var job = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(Inputs.SampleFarm)!, "job.json"), TestContext.Current.CancellationToken))!.AsObject();
        job["height_frame"] = "terrain";
        await File.WriteAllTextAsync(Path.Combine(folder, "job.json"), job.ToJsonString(), TestContext.Current.CancellationToken);
        var planned = await Dronefarm.RunAsync(folder, "plan", Inputs.SampleFarm, "--fields", "A3", "--job", "job.json", "--out", "j");
        planned.ExitCode.ShouldBe(0, planned.Errors);
    }
}
