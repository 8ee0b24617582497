using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DroneFarm.Tests.Browser;

/// <summary>From a boundary somebody drew to the record of the flight, in one browser, with two simulated drones.</summary>
public sealed class Story(Chromium chromium) : IClassFixture<Chromium>
{
    private const float FlyMs = 500_000;

    [Fact]
    public async Task A_farm_is_brought_in_planned_flown_by_two_drones_interrupted_resumed_reviewed_and_its_record_taken_along()
    {
        var page = await chromium.ScreenAsync();
        await using var station = await ServedStation.StartAsync(["--sim", "2", "--speed", "6"]);
        await page.WithPictureOfFailureAsync("story", () => StoryAsync(page, station));
    }

    private static async Task StoryAsync(IPage page, ServedStation station)
    {
        await page.OpenAsync(station, "plan");
        await page.PlannedAsync();
        await page.DropAsync("paddies.kml", Paddies.Kml(8, sideM: 40));
        await Expect(page.Locator(".panel").GetByText("P8", new() { Exact = true })).ToBeVisibleAsync();
        await page.KeepJobAsync("story", drones: 2);

        await page.TakeControlAsync();
        await page.MakeReadyAsync();
        foreach (var id in new[] { 1, 2 }) await page.HoldAsync(page.Vehicle(id).Hold("Start"));

        // One is called home while it sprays, and goes on from where it stopped; the other flies on.
        await page.SprayedAsync(1, 5, FlyMs);
        await page.HoldAsync(page.Vehicle(1).Hold("Return"));
        await page.InPhaseAsync(1, "interrupted", FlyMs);
        await page.Vehicle(1).GetByLabel("Go on").SelectOptionAsync("swathStart");
        await page.HoldAsync(page.Vehicle(1).Hold("Resume"));
        foreach (var id in new[] { 1, 2 }) await page.InPhaseAsync(id, "done", FlyMs);
        foreach (var id in new[] { 1, 2 }) await Expect(page.Vehicle(id).GetByRole(AriaRole.Progressbar)).ToHaveAttributeAsync("aria-valuenow", "100");

        await page.OpenAsync(station, "review");
        await page.Locator(".list li button").First.ClickAsync();
        await page.Locator("figure canvas").First.WaitForAsync();
        foreach (var kind in new[] { "PDF", "GeoJSON", "Shapefile", "ISOXML", "CSV" })
        {
            var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = kind, Exact = true }).ClickAsync());
            new FileInfo(await download.PathAsync()).Length.ShouldBeGreaterThan(1000, kind);
        }

        var complete = await page.EvaluateAsync<bool>("async () => (await (await fetch('/api/records')).json())[0].complete");
        complete.ShouldBeTrue("the record of an interrupted and resumed job is whole");
    }
}
