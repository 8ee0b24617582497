using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DroneFarm.Tests.Browser;

/// <summary>What people decide on the Job tab in the planner's place.</summary>
public sealed class Choosing(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Swaths_lie_along_a_line_of_two_taps_by_the_compass_or_as_the_planner_finds_best()
    {
        var page = await chromium.ScreenAsync();
        await using var station = await ServedStation.StartAsync([]);
        await page.WithPictureOfFailureAsync("choosing-direction", async () =>
        {
            await page.OpenAsync(station, "plan");
            await page.PlannedAsync();
            await page.Locator("[role=tab]").Nth(1).ClickAsync();
            var course = page.GetByLabel("Direction of the swaths");
            await course.SelectOptionAsync("line");
            await Expect(page.GetByText("Tap A on the map, then B.")).ToBeVisibleAsync();
            var map = await page.Locator("section.map .target").BoundingBoxAsync() ?? throw new InvalidOperationException("no map");
            // Down and to the right on the screen, which has north on top: 135 degrees.
            var lined = await page.RunAndWaitForResponseAsync(
                async () =>
                {
                    await page.Mouse.ClickAsync(map.X + 200, map.Y + 200);
                    await page.Mouse.ClickAsync(map.X + 400, map.Y + 400);
                },
                IsPlan);
            foreach (var direction in await DirectionsAsync(lined)) direction.ShouldBe(135, 1);
            await Expect(page.GetByText("From A to B: 135.")).ToBeVisibleAsync();

            await page.RunAndWaitForResponseAsync(() => course.SelectOptionAsync("bearing"), IsPlan);
            var typed = await page.RunAndWaitForResponseAsync(() => page.Number("Direction from north").FillAsync("77"), IsPlan);
            foreach (var direction in await DirectionsAsync(typed)) direction.ShouldBe(77, 1e-6);

            var best = await page.RunAndWaitForResponseAsync(() => course.SelectOptionAsync("best"), IsPlan);
            (await DirectionsAsync(best)).Select(d => Math.Round(d)).Distinct().Count().ShouldBeGreaterThan(1);
        });
    }

    [Fact]
    public async Task A_planned_wind_is_typed_shown_and_leaves_less_ground_to_spray()
    {
        var page = await chromium.ScreenAsync();
        await using var station = await ServedStation.StartAsync([]);
        await page.WithPictureOfFailureAsync("choosing-wind", async () =>
        {
            await page.OpenAsync(station, "plan");
            await page.PlannedAsync();
            await page.Locator("[role=tab]").Nth(1).ClickAsync();
            var calm = await page.RunAndWaitForResponseAsync(() => page.GetByLabel("Leave next to nothing dry").CheckAsync(), IsPlan);
            await page.RunAndWaitForResponseAsync(() => page.GetByLabel("Plan for a wind").CheckAsync(), IsPlan);
            await page.RunAndWaitForResponseAsync(() => page.GetByRole(AriaRole.Group, new() { Name = "Planned wind" }).GetByRole(AriaRole.Textbox, new() { Name = "Speed m/s" }).FillAsync("2.5"), IsPlan);
            var windy = await page.RunAndWaitForResponseAsync(() => page.Number("From, clockwise from north").FillAsync("135"), IsPlan);
            (await SprayableM2Async(windy)).ShouldBeLessThan(0.9 * await SprayableM2Async(calm));
            await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Planned wind: 2.5 m/s from 135°" })).ToBeVisibleAsync();

            await page.RunAndWaitForResponseAsync(() => page.GetByLabel("Direction of the swaths").SelectOptionAsync("wind"), IsPlan);
            var without = await page.RunAndWaitForResponseAsync(() => page.GetByLabel("Plan for a wind").UncheckAsync(), IsPlan);
            (await SprayableM2Async(without)).ShouldBe(await SprayableM2Async(calm), 1e-6);
            await Expect(page.GetByLabel("Direction of the swaths")).ToHaveValueAsync("best");
        });
    }

    private static async Task<double> SprayableM2Async(IResponse response) => (await response.JsonAsync<JsonElement>()).GetProperty("totals").GetProperty("sprayableM2").GetDouble();

    private static bool IsPlan(IResponse response) => response.Url.EndsWith("/api/plan", StringComparison.Ordinal);

    /// <summary>Of every cell, 0 to 180 degrees.</summary>
    private static async Task<IReadOnlyList<double>> DirectionsAsync(IResponse response)
    {
        var cells = (await response.JsonAsync<JsonElement>()).GetProperty("map").GetProperty("features").EnumerateArray()
            .Select(f => f.GetProperty("properties")).Where(p => p.GetProperty("layer").GetString() == "cell").ToList();
        cells.Count.ShouldBeGreaterThan(10);
        return cells.ConvertAll(p => p.GetProperty("direction_deg").GetDouble() % 180);
    }
}
