using System.Globalization;
using Microsoft.Playwright;

namespace DroneFarm.Tests.Browser;

/// <summary>How much a tablet must load, how soon it can be used, and how smoothly it draws.</summary>
public sealed class Loading(Chromium chromium) : IClassFixture<Chromium>
{
    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Say(string figures) => TestContext.Current.TestOutputHelper?.WriteLine(figures);

    [Fact]
    public async Task The_first_load_is_at_most_600_kB_and_can_be_used_within_two_seconds()
    {
        Quiet.OrSkip();
        var warm = await chromium.ScreenAsync();
        await using var station = await ServedStation.StartAsync(["--sim", "1"]);
        await warm.OpenAsync(station, "fly"); // the server has answered once; the browser of the next screen has nothing of it yet
        await warm.Vehicle(1).WaitForAsync();
        await warm.CloseAsync();
        var page = await chromium.ScreenAsync();
        await page.OpenAsync(station, "fly");
        await page.Vehicle(1).WaitForAsync();
        var bytes = await page.EvaluateAsync<double>("() => performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation')).filter((e) => !e.name.includes('/live')).reduce((sum, e) => sum + e.encodedBodySize, 0)");
        var ready = await page.EvaluateAsync<double>("() => performance.now()");
        var steps = await page.EvaluateAsync<string[]>("() => performance.getEntries().filter((e) => ['navigation', 'resource', 'paint'].includes(e.entryType)).map((e) => `${e.name.split('/').pop()} ${e.startTime.toFixed(0)}-${(e.startTime + e.duration).toFixed(0)}`)");
        Say(string.Join("; ", steps));
        Say($"first load {bytes / 1000:F0} kB compressed; vehicles on the screen {ready:F0} ms after the address was entered");
        bytes.ShouldBeLessThanOrEqualTo(600_000);
        ready.ShouldBeLessThanOrEqualTo(2_000);
    }

    [Fact]
    public async Task Ten_vehicles_at_ten_hertz_over_ten_thousand_mu_of_paint_hold_thirty_frames_a_second()
    {
        Quiet.OrSkip();
        var page = await chromium.ScreenAsync();
        await using var station = await ServedStation.StartAsync(["--sim", "10"]);
        await page.OpenAsync(station, "fly?measure");
        await page.Vehicle(10).WaitForAsync();
        var mu = await page.EvaluateAsync<double>("() => dronefarmMeasure.paint(10000)");
        await page.WaitForTimeoutAsync(2000);
        var bare = await BareFramesAsync();
        var frames = await page.EvaluateAsync<System.Text.Json.JsonElement>("() => dronefarmMeasure.frames(6)");
        var perSecond = frames.GetProperty("perSecond").GetDouble();
        Say($"{mu:F0} mu painted, 10 vehicles: {perSecond:F1} frames a second (an empty page of this browser: {bare:F0}), the longest {frames.GetProperty("longestMs").GetDouble():F0} ms");
        perSecond.ShouldBeGreaterThanOrEqualTo(30);
    }

    /// <summary>What this browser draws of a page with nothing on it: a headless one paints by software, and is bound by that.</summary>
    private async Task<double> BareFramesAsync()
    {
        var page = await chromium.ScreenAsync();
        await page.SetContentAsync("<p></p>");
        return await page.EvaluateAsync<double>("() => new Promise((done) => { let n = 0; const since = performance.now(); const f = (now) => { n++; if (now - since < 2000) requestAnimationFrame(f); else done(n / 2); }; requestAnimationFrame(f); })");
    }

    [Fact]
    public async Task Ten_thousand_fields_pan_and_zoom_at_thirty_frames_a_second()
    {
        Quiet.OrSkip();
        var page = await chromium.ScreenAsync();
        await using var station = await ServedStation.StartAsync([]);
        await page.OpenAsync(station, "plan");
        await page.DropAsync("district.geojson", Paddies.Grid(10_000, 25));
        await page.GetByText("and 9800 more").WaitForAsync();
        await page.WaitForTimeoutAsync(1500);
        var map = await page.Locator("section.map .target").BoundingBoxAsync() ?? throw new InvalidOperationException("no map");
        await page.EvaluateAsync("() => { globalThis.frames = []; let last = performance.now(); const f = (now) => { frames.push(now - last); last = now; requestAnimationFrame(f); }; requestAnimationFrame(f); }");
        await page.Mouse.MoveAsync(map.X + 300, map.Y + 300);
        await page.Mouse.DownAsync();
        for (var i = 0; i < 60; i++) await page.Mouse.MoveAsync(map.X + 300 + (4 * i), map.Y + 300 + (2 * i));
        await page.Mouse.UpAsync();
        for (var i = 0; i < 6; i++) await page.Mouse.WheelAsync(0, -120);
        await page.WaitForTimeoutAsync(700);
        for (var i = 0; i < 6; i++) await page.Mouse.WheelAsync(0, 120);
        await page.WaitForTimeoutAsync(700);
        var times = await page.EvaluateAsync<double[]>("() => globalThis.frames");
        var (mean, p95) = (times.Average(), times.Order().ElementAt((int)(times.Length * 0.95)));
        Say($"10,000 fields: {1000 / mean:F1} frames a second over pan and zoom, 95 % of frames within {p95:F0} ms");
        (1000 / mean).ShouldBeGreaterThanOrEqualTo(30);
    }

    [Fact]
    public async Task The_plan_of_a_one_hectare_paddy_is_drawn_anew_within_100_ms_of_a_change()
    {
        Quiet.OrSkip();
        var page = await chromium.ScreenAsync();
        await using var station = await ServedStation.StartAsync([]);
        await page.OpenAsync(station, "plan");
        await page.DropAsync("one.geojson", Paddies.Row(1, sideM: 100));
        await page.GetByRole(AriaRole.Tab, new() { Name = "Job" }).ClickAsync();
        await page.PlannedAsync();
        var (took, drawn, thought) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < 15; i++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = i % 2 == 0 ? "Speed +" : "Speed −" }).ClickAsync();
            await page.PlannedAsync();
            await page.WaitForTimeoutAsync(300);
            took.Add(await MsAsync("took"));
            drawn.Add(await MsAsync("drawn"));
            thought.Add(await MsAsync("thinking"));
        }

        async Task<double> MsAsync(string what) => double.Parse(await page.Locator(".took").GetAttributeAsync($"data-{what}-ms") ?? "0", CultureInfo.InvariantCulture);
        var median = Median(drawn);
        Say($"from the change to the map that shows the new plan: median {median:F0} ms; to the answer {Median(took):F0} ms, of which the planner {Median(thought):F0} ms; all {string.Join(' ', drawn.Select(t => t.ToString("F0", CultureInfo.InvariantCulture)))}");
        median.ShouldBeLessThanOrEqualTo(100);
    }

    [Fact]
    public async Task The_shell_opens_without_the_station_and_says_so()
    {
        var page = await chromium.ScreenAsync();
        await using var station = await ServedStation.StartAsync([]);
        await page.OpenAsync(station, "plan");
        await page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; }");
        await page.ReloadAsync();
        await page.Locator("nav").WaitForAsync();
        await page.WaitForTimeoutAsync(1000);
        await station.KillAsync();
        await page.ReloadAsync();
        await page.GetByText("does not answer").WaitForAsync();
        await station.StartAgainAsync();
        await page.Locator("aside select").First.WaitForAsync();
    }
}
