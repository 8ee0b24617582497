using Microsoft.Playwright;

namespace DroneFarm.Tests.Browser;

/// <summary>A headless browser of the system's; where there is none its tests are skipped, with that reason.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
        "--autoplay-policy=no-user-gesture-required",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } program) return;
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(30_000); // a machine that builds beside its tests is slow
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Flags, Headless = true });
    }

    /// <summary>A screen of its own, as of another person on another tablet.</summary>
    public async Task<IPage> ScreenAsync(string language = "en", int width = 1280, int height = 800, string theme = "day", bool touch = false)
    {
        if (browser is null) Assert.Skip("there is no chromium on this machine");
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, AcceptDownloads = true, HasTouch = touch });
        await context.AddInitScriptAsync($"localStorage.setItem('dronefarm.language', '{language}'); localStorage.setItem('dronefarm.theme', '{theme}'); localStorage.setItem('dronefarm.voice', 'off');");
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(60_000);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
