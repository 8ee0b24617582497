using static Microsoft.Playwright.Assertions;

namespace DroneFarm.Tests.Browser;

/// <summary>A station that dies in the middle of a flight.</summary>
public sealed class Restarting(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_station_killed_in_mid_flight_comes_back_its_page_reconnects_by_itself_and_the_flight_goes_on()
    {
        Quiet.OrSkip();
        var page = await chromium.ScreenAsync();
        var port = ServedStation.FreeUdpPort();
        await using var station = await ServedStation.StartAsync(["--link", $"udp://:{port}"]);
        using var vehicle = ServedStation.Beside("sim", "--to", $"{port}", "--home", "32.0490,120.79934");
        try
        {
            await page.OpenAsync(station, "plan");
            await page.DropAsync("paddies.geojson", Paddies.Row(3));
            await page.KeepJobAsync("killed", drones: 1);
            await page.TakeControlAsync();
            await page.Number("Wind").FillAsync("1.5");
            await page.Number("Temperature").FillAsync("24");
            await page.Number("Humidity").FillAsync("65");
            await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Make ready" }).ClickAsync();
            await page.HoldAsync(page.Vehicle(1).Hold("Start"));
            await Expect(page.Vehicle(1).Hold("Filled")).ToBeVisibleAsync(new() { Timeout = 60_000 });
            await page.HoldAsync(page.Vehicle(1).Hold("Filled"));
            await page.Vehicle(1).GetByText("Spraying").First.WaitForAsync(new() { Timeout = 120_000 });

            await station.KillAsync();
            await Expect(page.GetByText("Station away")).ToBeVisibleAsync();
            await station.StartAgainAsync();
            await Expect(page.GetByText("Station away")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
            await Expect(page.GetByText("In control")).ToBeVisibleAsync(new() { Timeout = 20_000 });
            // On a machine where starting takes longer than the failsafe waits, the vehicle is on its way home by itself: the flight is taken up all the same.
            await Expect(page.Vehicle(1).GetByText(new System.Text.RegularExpressions.Regex("^(AUTO|RTL)$"))).ToBeVisibleAsync(new() { Timeout = 20_000 });
            await Expect(page.Vehicle(1).GetByRole(Microsoft.Playwright.AriaRole.Progressbar)).ToBeVisibleAsync(new() { Timeout = 20_000 });
            await Expect(page.Vehicle(1).GetByText("disarmed")).ToBeVisibleAsync(new() { Timeout = 240_000 });
        }
        finally
        {
            vehicle.Kill(entireProcessTree: true);
            await vehicle.WaitForExitAsync();
        }
    }
}
