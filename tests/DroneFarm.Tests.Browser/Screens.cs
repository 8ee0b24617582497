using Microsoft.Playwright;

namespace DroneFarm.Tests.Browser;

/// <summary>Each page in both languages, held to what every page must hold, and kept as a picture to be looked at: <c>ACCEPT=1</c> puts them into docs/screens.</summary>
public sealed class Screens(Chromium chromium) : IClassFixture<Chromium>
{
    private const int FlyMs = 400_000;

    private static readonly string? Keep = Environment.GetEnvironmentVariable("ACCEPT") is null ? null : Path.Combine(Root(), "docs", "screens");

    private readonly List<string> faults = [];

    [Fact]
    public async Task Each_page_in_both_languages_can_be_read_touched_and_heard_and_shows_nothing_beside_its_place()
    {
        var page = await chromium.ScreenAsync();
        await using var station = await ServedStation.StartAsync(["--sim", "2", "--speed", "6"]);
        await page.WithPictureOfFailureAsync("screens", async () =>
        {
            await PlanAsync(page, station);
            await FlyAsync(page);
            await ReviewAsync(page, station);
            await page.OpenAsync(station, "settings");
            await page.GetByRole(AriaRole.Button, new() { Name = "Read", Exact = true }).ClickAsync();
            await page.Locator("main table input").First.WaitForAsync();
            await ShootAsync(page, "settings");
            await page.SetViewportSizeAsync(768, 1024);
            foreach (var at in new[] { "plan", "review", "settings" })
            {
                await page.OpenAsync(station, at);
                await AuditAsync(page, at + "-768");
            }

            foreach (var theme in new[] { "dark", "sun" })
            {
                await page.OpenAsync(station, "settings");
                await page.GetByLabel("Theme").SelectOptionAsync(theme);
                await AuditAsync(page, "settings-768-" + theme);
                foreach (var at in new[] { "plan", "review", "fly" })
                {
                    await page.OpenAsync(station, at);
                    await AuditAsync(page, $"{at}-768-{theme}");
                }
            }

            await page.Vehicle(2).WaitForAsync();
            await ShootAsync(page, "fly-sun-768");
            faults.Distinct().ShouldBeEmpty();
        });
    }

    private async Task PlanAsync(IPage page, ServedStation station)
    {
        await page.OpenAsync(station, "plan");
        await page.PlannedAsync();
        await ShootAsync(page, "plan");
        await page.DropAsync("prescription.geojson", await File.ReadAllTextAsync(Sample("prescription.geojson")));
        await page.Locator(".legend").WaitForAsync();
        await page.Locator("[role=tab]").Nth(1).ClickAsync();
        await page.PlannedAsync();
        await ShootAsync(page, "plan-rates");
        await page.GetByLabel("Plan for a wind").CheckAsync();
        await page.Locator("#wind-drift").ScrollIntoViewIfNeededAsync();
        await page.PlannedAsync();
        await ShootAsync(page, "plan-wind");
        await page.Locator("[role=tab]").Nth(0).ClickAsync();
        await page.DropAsync("paddies.geojson", Paddies.Row(8, sideM: 40));
        await page.Locator(".panel").GetByText("P8", new() { Exact = true }).WaitForAsync();
        foreach (var (tab, name) in new[] { (1, "job"), (2, "sprayer"), (3, "findings") })
        {
            await page.Locator("[role=tab]").Nth(tab).ClickAsync();
            await page.PlannedAsync();
            await AuditAsync(page, "plan-" + name);
        }

        await page.KeepJobAsync("screens", drones: 2);
    }

    private async Task FlyAsync(IPage page)
    {
        await page.TakeControlAsync();
        await AuditAsync(page, "fly-new");
        await page.MakeReadyAsync();
        await page.Vehicle(1).Hold("Start").WaitForAsync();
        await ShootAsync(page, "fly-ready");
        foreach (var id in new[] { 1, 2 }) await page.HoldAsync(page.Vehicle(id).Hold("Start"));
        await page.SprayedAsync(1, 30, FlyMs);
        await ShootAsync(page, "fly");
        foreach (var id in new[] { 1, 2 }) await page.InPhaseAsync(id, "done", FlyMs);
    }

    private async Task ReviewAsync(IPage page, ServedStation station)
    {
        await page.OpenAsync(station, "review");
        await page.Locator(".list li button").First.WaitForAsync();
        await ShootAsync(page, "review-list");
        await page.Locator(".list li button").First.ClickAsync();
        await page.Locator("figure canvas").First.WaitForAsync();
        await ShootAsync(page, "review");
    }

    private Task ShootAsync(IPage page, string name) => InBothAsync(page, name, async full =>
    {
        var folder = Keep ?? Path.Combine(AppContext.BaseDirectory, "screens");
        Directory.CreateDirectory(folder);
        await page.Locator("p.notice[role=status]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.Mouse.MoveAsync(640, 30);
        await page.WaitForTimeoutAsync(600); // what fades and slides comes to rest
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, full + ".png") });
    });

    private Task AuditAsync(IPage page, string name) => InBothAsync(page, name, _ => Task.CompletedTask);

    /// <summary>The language is changed by its button, which leaves all else as it is; English last, since hands read it.</summary>
    private async Task InBothAsync(IPage page, string name, Func<string, Task> also)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            await page.Locator("header button.language").ClickAsync();
            await page.Locator($"html[lang={language}]").WaitForAsync();
            await also($"{name}-{language}");
            faults.AddRange(await Audit.FaultsAsync(page, $"{name}-{language}"));
        }
    }

    private static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "missions", "gangzha-sample", name);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "DroneFarm.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
