using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DroneFarm.Tests.Station;

/// <summary>How swaths lie, when people say it on a page.</summary>
public sealed class DirectionTests
{
    /// <summary>About 200 m by 200 m: half way between north and east.</summary>
    private static readonly double[][] NorthEast = [[120.8000, 32.0490], [120.80212, 32.0508]];

    [Fact]
    public async Task All_swaths_lie_along_the_line_that_was_tapped()
    {
        await using var room = await Room.OpenAsync();
        foreach (var direction in await DirectionsAsync(room, new { abLine = NorthEast })) direction.ShouldBe(45, 0.3);
    }

    [Fact]
    public async Task All_swaths_lie_by_the_compass_when_a_bearing_is_typed()
    {
        await using var room = await Room.OpenAsync();
        foreach (var direction in await DirectionsAsync(room, new { directionDeg = 200.0 })) direction.ShouldBe(20, 1e-6);
    }

    [Fact]
    public async Task Left_to_itself_the_planner_gives_fields_directions_of_their_own()
    {
        await using var room = await Room.OpenAsync();
        (await DirectionsAsync(room, new { })).Select(d => Math.Round(d)).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task The_line_is_kept_with_the_job_and_is_there_when_it_is_opened_again()
    {
        await using var room = await Room.OpenAsync();
        var browser = await room.BrowserAsync();
        (await browser.PutAsJsonAsync("/api/jobs/lined", Request(new { abLine = NorthEast }))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var opened = await browser.GetFromJsonAsync<JsonElement>("/api/jobs/lined");
        opened.GetProperty("choices").GetProperty("abLine").Deserialize<double[][]>()!.ShouldBe(NorthEast);
    }

    public static TheoryData<string, string> NoDirections => new()
    {
        { """{"abLine":[[120.8,32.05],[120.8,32.05]]}""", "plan.direction.line" },
        { """{"abLine":[[120.8,32.05]]}""", "plan.direction.line" },
        { """{"abLine":[[120.8,132.05],[120.8,32.05]]}""", "plan.direction.line" },
        { """{"abLine":[[120.8,32.05],[120.81,32.05]],"directionDeg":5}""", "plan.direction.two" },
        { """{"acrossWind":true}""", "plan.direction.no-wind" },
    };

    [Theory]
    [MemberData(nameof(NoDirections))]
    public async Task What_is_no_direction_is_refused_in_both_languages(string choices, string code)
    {
        await using var room = await Room.OpenAsync();
        var answer = await (await room.BrowserAsync()).PostAsJsonAsync("/api/plan", Request(JsonSerializer.Deserialize<JsonElement>(choices)));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var found = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("findings")[0].GetProperty("text");
        found.GetProperty("code").GetString().ShouldBe(code);
        found.GetProperty("zh").GetString().ShouldNotBe(found.GetProperty("en").GetString());
    }

    private static object Request(object choices) => new { farm = Room.Sample("farm.geojson"), sprayer = Room.Sample("sprayer.json"), job = Room.Sample("job.json"), choices };

    /// <summary>Of every cell, 0 to 180 degrees.</summary>
    private static async Task<IReadOnlyList<double>> DirectionsAsync(Room room, object choices)
    {
        var answer = await (await (await room.BrowserAsync()).PostAsJsonAsync("/api/plan", Request(choices))).Content.ReadFromJsonAsync<JsonElement>();
        var cells = answer.GetProperty("map").GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties")).Where(p => p.GetProperty("layer").GetString() == "cell").ToList();
        cells.Count.ShouldBeGreaterThan(10);
        return cells.ConvertAll(p => p.GetProperty("direction_deg").GetDouble() % 180);
    }
}
