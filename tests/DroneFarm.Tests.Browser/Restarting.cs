using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DroneFarm.Tests.Browser;

/// <summary>A station that dies in the middle of a flight.</summary>
public sealed class Restarting(Chromium chromium) : IClassFixture<Chromium>
{
    private const float FlyMs = 300_000;

    [Fact]
    public async Task A_station_killed_in_mid_flight_comes_back_its_page_reconnects_by_itself_and_the_flight_goes_on()
    {
        var page = await chromium.ScreenAsync();
        var port = ServedStation.FreeUdpPort();
        await using var station = await ServedStation.StartAsync(["--link", $"udp://:{port}"]);
        using var vehicle = ServedStation.Beside("sim", "--to", $"{port}", "--home", "32.0490,120.79934");
        try
        {
            await page.WithPictureOfFailureAsync("restarting", () => KilledAsync(page, station));
        }
        finally
        {
            vehicle.Kill(entireProcessTree: true);
            await vehicle.WaitForExitAsync();
        }
    }

    private static async Task KilledAsync(IPage page, ServedStation station)
    {
        await page.OpenAsync(station, "plan");
        await page.PlannedAsync();
        await page.DropAsync("paddies.geojson", Paddies.Row(1));
        await page.Locator(".panel").GetByText("P1", new() { Exact = true }).WaitForAsync();
        await page.KeepJobAsync("killed", drones: 1);
        await page.TakeControlAsync();
        await page.MakeReadyAsync();
        await page.HoldAsync(page.Vehicle(1).Hold("Start"));
        await page.HoldAsync(page.Vehicle(1).Hold("Filled"));
        await page.SprayedAsync(1, 10, FlyMs);

        await station.KillAsync();
        await page.GetByText("Station away").WaitForAsync();
        await station.StartAgainAsync();
        await Expect(page.GetByText("Station away")).ToHaveCountAsync(0);
        await page.Locator("header button.held").WaitForAsync();

        // On a machine where starting takes longer than the failsafe waits, the vehicle is on its way home by itself: the flight is taken up all the same.
        await page.Vehicle(1).GetByRole(AriaRole.Progressbar).WaitForAsync();
        await page.SprayedAsync(1, 10, FlyMs);
        await page.Vehicle(1).GetByText("disarmed").WaitForAsync(new() { Timeout = FlyMs });
    }
}
