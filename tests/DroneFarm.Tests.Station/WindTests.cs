using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DroneFarm.Tests.Station;

/// <summary>A planned wind through the door that pages use.</summary>
public sealed class WindTests
{
    private const double MetresToADegree = 110_900;

    [Fact]
    public async Task A_wind_widens_each_zone_s_buffer_on_the_side_it_comes_from_and_on_no_other()
    {
        await using var room = await Room.OpenAsync();
        var browser = await room.BrowserAsync();
        var calm = NorthSouth(await PlannedAsync(browser, await RequestAsync(browser, null)), "fish-pond");
        var north = NorthSouth(await PlannedAsync(browser, await RequestAsync(browser, 0)), "fish-pond");
        var south = NorthSouth(await PlannedAsync(browser, await RequestAsync(browser, 180)), "fish-pond");
        // 18.6 m at 3 m height and the profile's 2 m/s, and so 23.25 m at 2.5 m/s; the pond's fixed buffer is 10 m.
        ((north.NorthDeg - calm.NorthDeg) * MetresToADegree).ShouldBe(23.25 - 10, 0.5);
        ((calm.SouthDeg - south.SouthDeg) * MetresToADegree).ShouldBe(23.25 - 10, 0.5);
        ((calm.SouthDeg - north.SouthDeg) * MetresToADegree).ShouldBe(0, 0.2);
        ((south.NorthDeg - calm.NorthDeg) * MetresToADegree).ShouldBe(0, 0.2);
    }

    [Fact]
    public async Task Less_is_sprayed_in_wind_and_the_kept_job_holds_wind_and_profile()
    {
        await using var room = await Room.OpenAsync();
        var browser = await room.BrowserAsync();
        var calm = await PlannedAsync(browser, await RequestAsync(browser, null));
        var windy = await PlannedAsync(browser, await RequestAsync(browser, 135));
        Sprayable(windy).ShouldBeLessThan(0.9 * Sprayable(calm));
        (await browser.PutAsJsonAsync("/api/jobs/windy", await RequestAsync(browser, 135))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var job = DroneFarm.Storage.Formats.JobFile.Read(Path.Combine(room.Library, "jobs", "windy", "job.json")).Job!;
        job.Wind!.FromDeg.ShouldBe(135);
        job.Product.DriftProfile!.HighestM.ShouldBe(3);
    }

    [Fact]
    public async Task Swaths_across_the_wind_lie_at_a_right_angle_to_it()
    {
        await using var room = await Room.OpenAsync();
        var browser = await room.BrowserAsync();
        var answer = await PlannedAsync(browser, await RequestAsync(browser, 30, new { acrossWind = true }));
        foreach (var cell in answer.GetProperty("map").GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties")).Where(p => p.GetProperty("layer").GetString() == "cell"))
            (cell.GetProperty("direction_deg").GetDouble() % 180).ShouldBe(120, 1e-6);
    }

    [Fact]
    public async Task A_job_whose_drift_lies_in_a_file_beside_it_is_opened_with_it()
    {
        await using var room = await Room.OpenAsync();
        var browser = await room.BrowserAsync();
        var folder = Directory.CreateDirectory(Path.Combine(room.Library, "jobs", "by-hand")).FullName;
        foreach (var (from, to) in new[] { ("farm.geojson", "farm.geojson"), ("sprayer.json", "sprayer.json"), ("job-wind.json", "job.json"), ("drift.json", "drift.json") })
            File.Copy(Path.Combine(Room.Samples, from), Path.Combine(folder, to));
        var opened = await browser.GetFromJsonAsync<JsonElement>("/api/jobs/by-hand");
        opened.GetProperty("job").GetProperty("product").GetProperty("drift_profile").GetProperty("sector_half_deg").GetDouble().ShouldBe(30);
        await PlannedAsync(browser, new { farm = opened.GetProperty("farm"), sprayer = opened.GetProperty("sprayer"), job = opened.GetProperty("job") });
    }

    [Theory]
    [InlineData("drift.json", "drift_profile names the file drift.json")]
    [InlineData("../../../etc/passwd", "drift_profile names the file ../../../etc/passwd")]
    public async Task A_page_names_no_files_of_this_machine(string name, string said)
    {
        await using var room = await Room.OpenAsync();
        var job = JsonNode.Parse(Room.Sample("job-wind.json").GetRawText())!.AsObject();
        job["product"]!["drift_profile"] = name;
        var answer = await (await room.BrowserAsync()).PostAsJsonAsync("/api/plan", new { farm = Room.Sample("farm.geojson"), sprayer = Room.Sample("sprayer.json"), job });
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(said);
    }

    private static async Task<object> RequestAsync(HttpClient browser, double? fromDeg, object? choices = null)
    {
        var drifts = await browser.GetFromJsonAsync<JsonElement>("/api/drifts");
        var job = JsonNode.Parse(Room.Sample("job.json").GetRawText())!.AsObject();
        if (fromDeg is { } from)
        {
            job["wind"] = new JsonObject { ["speed_mps"] = 2.5, ["from_deg"] = from, ["source"] = "by hand" };
            job["product"]!["drift_profile"] = JsonNode.Parse(drifts[0].GetProperty("profile").GetRawText());
        }

        return new { farm = Room.Sample("farm.geojson"), sprayer = Room.Sample("sprayer.json"), job, choices = choices ?? new { drones = 1 } };
    }

    private static async Task<JsonElement> PlannedAsync(HttpClient browser, object request)
    {
        var answer = await browser.PostAsJsonAsync("/api/plan", request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static double Sprayable(JsonElement answer) => answer.GetProperty("totals").GetProperty("sprayableM2").GetDouble();

    private static (double NorthDeg, double SouthDeg) NorthSouth(JsonElement answer, string zone)
    {
        var kept = answer.GetProperty("buffers").EnumerateArray().Single(f => f.GetProperty("properties").GetProperty("zone").GetString() == zone);
        var north = kept.GetProperty("geometry").GetProperty("coordinates")[0].EnumerateArray().Select(p => p[1].GetDouble()).ToList();
        return (north.Max(), north.Min());
    }
}
