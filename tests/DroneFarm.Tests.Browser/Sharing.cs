using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DroneFarm.Tests.Browser;

/// <summary>Several screens at one station, and screens that go away.</summary>
public sealed class Sharing(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly Dictionary<string, string> Phrases = new() { ["DRONEFARM_PASSPHRASE_PILOT"] = "pilots-only-1", ["DRONEFARM_PASSPHRASE_VIEWER"] = "just-looking" };

    [Fact]
    public async Task A_viewer_sees_the_vehicles_and_cannot_command_them()
    {
        var page = await chromium.ScreenAsync();
        await using var station = await ServedStation.StartAsync(["--sim", "1"], Phrases);
        await page.GotoAsync(station.Address + "#/fly");
        await page.GetByLabel("Pass phrase").FillAsync("just-looking");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enter" }).ClickAsync();
        await page.Vehicle(1).WaitForAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take control" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^All stop") })).ToBeDisabledAsync();
        var status = await page.EvaluateAsync<int>(
            "async () => { const card = await (await fetch('/api/session')).json(); return (await fetch('/api/all-stop', { method: 'POST', headers: { 'X-DroneFarm-Request': card.requestMark } })).status; }");
        status.ShouldBe(403);
    }

    [Fact]
    public async Task A_second_screen_shows_who_has_control_within_300_ms()
    {
        var (first, second) = (await chromium.ScreenAsync(), await chromium.ScreenAsync());
        await using var station = await ServedStation.StartAsync(["--sim", "1"]);
        foreach (var page in new[] { first, second }) await page.OpenAsync(station, "fly");
        await second.Vehicle(1).WaitForAsync();
        await second.EvaluateAsync(
            "() => { globalThis.seenAt = 0; const look = () => { if (!seenAt && document.body.innerText.includes('Another pilot has control')) seenAt = Date.now(); requestAnimationFrame(look); }; look(); }");
        await first.EvaluateAsync(
            """
            () => { const seek = () => { if (document.body.innerText.includes('In control')) globalThis.seenAt = Date.now(); else requestAnimationFrame(seek); };
            seek(); [...document.querySelectorAll('button')].find((b) => b.innerText.includes('Take control')).click(); }
            """);
        await second.GetByText("Another pilot has control").WaitForAsync();
        await first.GetByText("In control").WaitForAsync();
        var (here, there) = (await first.EvaluateAsync<double>("() => globalThis.seenAt"), await second.EvaluateAsync<double>("() => globalThis.seenAt"));
        TestContext.Current.TestOutputHelper?.WriteLine($"the second screen was {there - here:F0} ms behind the first");
        Math.Abs(there - here).ShouldBeLessThanOrEqualTo(300);
    }

    [Fact]
    public async Task A_page_that_is_frozen_for_three_seconds_stops_the_heartbeat_and_a_page_that_wakes_starts_it_again()
    {
        var page = await chromium.ScreenAsync();
        using var vehicle = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)vehicle.Client.LocalEndPoint!).Port;
        await using var station = await ServedStation.StartAsync(["--link", $"udp://127.0.0.1:{port}"]);
        await page.OpenAsync(station, "fly");
        await page.TakeControlAsync();
        (await HeartbeatsAsync(vehicle, TimeSpan.FromSeconds(4))).ShouldBeGreaterThan(4, "while the page draws");

        // A page whose script hangs draws nothing and answers nothing.
        var frozen = page.EvaluateAsync("() => { const until = performance.now() + 9000; while (performance.now() < until); }");
        await Task.Delay(TimeSpan.FromSeconds(4), TimeProvider.System);
        await HeartbeatsAsync(vehicle, TimeSpan.FromMilliseconds(50));
        (await HeartbeatsAsync(vehicle, TimeSpan.FromSeconds(3))).ShouldBe(0, "4 s after the page froze");

        await frozen;
        await page.WaitForTimeoutAsync(1500);
        (await HeartbeatsAsync(vehicle, TimeSpan.FromSeconds(4))).ShouldBeGreaterThan(4, "after the page woke");
    }

    /// <summary>Heartbeats of a ground station that arrive within a time.</summary>
    private static async Task<int> HeartbeatsAsync(UdpClient vehicle, TimeSpan within)
    {
        using var inTime = new CancellationTokenSource(within);
        var count = 0;
        try
        {
            while (true)
            {
                var frame = (await vehicle.ReceiveAsync(inTime.Token)).Buffer;
                if (frame is [0xfd, _, _, _, _, _, _, 0, 0, 0, ..]) count++;
            }
        }
        catch (OperationCanceledException)
        {
            return count;
        }
    }
}
