using Microsoft.Playwright;

namespace DroneFarm.Tests.Browser;

/// <summary>Each page in both languages as a picture, to be looked at: <c>ACCEPT=1</c> puts them into docs/screens.</summary>
public sealed class Screens(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string? Keep = Environment.GetEnvironmentVariable("ACCEPT") is null ? null : Path.Combine(Root(), "docs", "screens");

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Each_page_shows_itself_with_nothing_beside_its_place(string language)
    {
        Quiet.OrSkip();
        var page = await chromium.ScreenAsync(language);
        await using var station = await ServedStation.StartAsync(["--sim", "2", "--speed", "6"]);
        await page.OpenAsync(station, "plan");
        await page.Locator(".totals dd").First.WaitForAsync();
        await page.WaitForTimeoutAsync(1500);
        await ShootAsync(page, $"plan-{language}");
        await page.Locator("[role=tab]").Nth(1).ClickAsync();
        await page.WaitForTimeoutAsync(300);
        await ShootAsync(page, $"plan-job-{language}");

        await page.DropAsync("paddies.geojson", Paddies.Row(4));
        await page.Locator("#job-id").FillAsync("screens");
        await page.Locator("#product-name").FillAsync("Sample herbicide 样例除草剂");
        await page.Locator("#product-active_ingredient").FillAsync("penoxsulam");
        await page.Locator("#product-registration_number").FillAsync("PD00000000-MADE-UP");
        await page.Locator("#product-producer").FillAsync("made up");
        await page.Locator("#job-operator").FillAsync("tester");
        await page.Number(language == "en" ? "Aircraft" : "飞机数量").FillAsync("2");
        await page.WaitForTimeoutAsync(1500);
        await page.Locator(".totals button.primary").ClickAsync();
        await page.Locator(".prepare select").First.WaitForAsync();
        await page.Locator("header .right button").First.ClickAsync();
        await page.WaitForTimeoutAsync(800);
        await page.Locator(".prepare input").First.FillAsync("1.5");
        await ShootAsync(page, $"fly-ready-{language}");
        await page.Locator(".prepare button.primary").ClickAsync();
        foreach (var id in new[] { 1, 2 })
        {
            var start = page.Vehicle(id).Hold(language == "en" ? "Start" : "启动");
            await start.WaitForAsync();
            await page.HoldAsync(start);
        }

        await page.Vehicle(1).GetByText("AUTO").WaitForAsync();
        await page.WaitForTimeoutAsync(6000);
        await ShootAsync(page, $"fly-{language}");
        await page.Vehicle(1).Locator("[role=progressbar][aria-valuenow='100']").WaitForAsync(new() { Timeout = 300_000 });
        await page.Vehicle(2).Locator("[role=progressbar][aria-valuenow='100']").WaitForAsync(new() { Timeout = 300_000 });
        await page.WaitForTimeoutAsync(6000);
        await page.OpenAsync(station, "review");
        await page.Locator(".list li button").First.WaitForAsync();
        await ShootAsync(page, $"review-list-{language}");
        await page.Locator(".list li button").First.ClickAsync();
        await page.Locator("canvas").First.WaitForAsync();
        await page.WaitForTimeoutAsync(1500);
        await ShootAsync(page, $"review-{language}");
        await page.OpenAsync(station, "settings");
        await page.WaitForTimeoutAsync(800);
        await ShootAsync(page, $"settings-{language}");
        await page.SetViewportSizeAsync(768, 1024);
        await page.OpenAsync(station, "fly");
        await page.WaitForTimeoutAsync(800);
        await page.EvaluateAsync("() => { document.documentElement.dataset.theme = 'sun'; }");
        await ShootAsync(page, $"fly-sun-768-{language}");
    }

    /// <summary>Besides the picture: nothing is wider than the screen, and whatever is touched is at least 12 mm.</summary>
    private static async Task ShootAsync(IPage page, string name)
    {
        var folder = Keep ?? Path.Combine(AppContext.BaseDirectory, "screens");
        Directory.CreateDirectory(folder);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue($"{name} is wider than the screen");
        var small = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('button, a, select, input:not([type=checkbox]):not([type=radio]):not([type=range]):not(.visually-hidden)')]
              .filter((e) => e.offsetParent !== null).map((e) => [e, e.getBoundingClientRect()])
              .filter(([, r]) => r.height < 45 || r.width < 45).map(([e, r]) => `${e.tagName} ${e.ariaLabel ?? e.textContent.trim()} ${r.width.toFixed(0)}x${r.height.toFixed(0)}`)
            """);
        small.ShouldBeEmpty($"{name}: 12 mm are 45 px");
        var nameless = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('button, a, select, input')].filter((e) => !(e.ariaLabel || e.textContent.trim() || e.title || e.labels?.length || e.placeholder)).map((e) => e.outerHTML.slice(0, 120))");
        nameless.ShouldBeEmpty($"{name}: a screen reader has nothing to say");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "DroneFarm.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
