using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DroneFarm.Tests.Browser;

/// <summary>From a boundary somebody drew to the record of the flight, in one browser, with two simulated drones.</summary>
public sealed class Story(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_farm_is_brought_in_planned_flown_by_two_drones_interrupted_resumed_reviewed_and_its_record_taken_along()
    {
        Quiet.OrSkip(); // at eight times real time, a busy machine misses what its screen should press
        var page = await chromium.ScreenAsync();
        await using var station = await ServedStation.StartAsync(["--sim", "2", "--speed", "8"]);
        await page.WithPictureOfFailureAsync("story", () => StoryAsync(page, station));
    }

    private static async Task StoryAsync(IPage page, ServedStation station)
    {
        await page.OpenAsync(station, "plan");
        await page.Locator("aside select").First.WaitForAsync();
        await Expect(page.Locator(".totals dd").First).Not.ToBeEmptyAsync();

        await page.DropAsync("paddies.kml", Paddies.Kml(4));
        await Expect(page.GetByText("P4", new() { Exact = true })).ToBeVisibleAsync();
        await page.KeepJobAsync("story", drones: 2);

        await page.TakeControlAsync();
        await page.Number("Wind").FillAsync("1.5");
        await page.Number("Temperature").FillAsync("24");
        await page.Number("Humidity").FillAsync("65");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make ready" }).ClickAsync();
        foreach (var id in new[] { 1, 2 }) await page.HoldAsync(page.Vehicle(id).Hold("Start"));

        // One is called home while it sprays, and goes on from where it stopped.
        await Expect(page.Vehicle(1).GetByText("AUTO")).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await page.Vehicle(1).GetByText("Spraying").First.WaitForAsync(new() { Timeout = 120_000 });
        await page.HoldAsync(page.Vehicle(1).Hold("Return"));
        await Expect(page.Vehicle(1).Hold("Resume")).ToBeVisibleAsync(new() { Timeout = 180_000 });
        await page.HoldAsync(page.Vehicle(1).Hold("Resume"));
        foreach (var id in new[] { 1, 2 })
            await Expect(page.Vehicle(id).GetByRole(AriaRole.Progressbar)).ToHaveAttributeAsync("aria-valuenow", "100", new() { Timeout = 400_000 });
        await Expect(page.Vehicle(1).GetByText("Done", new() { Exact = true }).First).ToBeVisibleAsync(new() { Timeout = 200_000 });

        await page.OpenAsync(station, "review");
        await page.Locator("ul button").First.ClickAsync();
        await page.GetByText("Sprayed").First.WaitForAsync();
        foreach (var kind in new[] { "PDF", "GeoJSON", "Shapefile", "ISOXML", "CSV" })
        {
            var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = kind, Exact = true }).ClickAsync());
            new FileInfo(await download.PathAsync()).Length.ShouldBeGreaterThan(1000, kind.ToString(CultureInfo.InvariantCulture));
        }
    }
}
