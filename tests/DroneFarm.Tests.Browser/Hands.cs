using Microsoft.Playwright;

namespace DroneFarm.Tests.Browser;

/// <summary>What hands do at a page, in a person's words.</summary>
internal static class Hands
{
    public static async Task OpenAsync(this IPage page, ServedStation station, string at)
    {
        await page.GotoAsync(station.Address + "#/" + at);
        await page.Locator("nav").WaitForAsync();
    }

    /// <summary>What fails on a page is best seen on it.</summary>
    public static async Task WithPictureOfFailureAsync(this IPage page, string name, Func<Task> test)
    {
        try
        {
            await test();
        }
        catch
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, $"failed-{name}.png") });
            throw;
        }
    }

    public static async Task TakeControlAsync(this IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Take control|取得控制权)$") }).ClickAsync();
        await page.Locator("header button.held").WaitForAsync();
    }

    /// <summary>Presses and holds until the order is taken, which takes the button away; again when the page moved it from under the finger.</summary>
    public static async Task HoldAsync(this IPage page, ILocator button)
    {
        await button.WaitForAsync();
        for (var attempt = 0; attempt < 8 && await button.CountAsync() > 0; attempt++)
        {
            await button.ScrollIntoViewIfNeededAsync();
            if (await button.BoundingBoxAsync() is not { } box) continue;
            await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
            await page.Mouse.DownAsync();
            try
            {
                await button.WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = 6000 });
                return;
            }
            catch (TimeoutException)
            {
            }
            finally
            {
                await page.Mouse.UpAsync();
            }
        }

        if (await button.CountAsync() > 0) throw new TimeoutException("the order was not taken");
    }

    public static ILocator Vehicle(this IPage page, int id) => page.Locator($"article[data-vehicle='{id}']");

    /// <summary>The vehicle's part of the job has come to a phase, by the executive's word.</summary>
    public static Task InPhaseAsync(this IPage page, int id, string phase, float withinMs) =>
        page.Locator($"article[data-vehicle='{id}'][data-phase='{phase}']").WaitForAsync(new() { Timeout = withinMs });

    /// <summary>At least so much of the vehicle's part of the job is sprayed.</summary>
    public static Task SprayedAsync(this IPage page, int id, int percent, float withinMs) => page.WaitForFunctionAsync(
        "([id, percent]) => Number(document.querySelector(`article[data-vehicle='${id}'] [role=progressbar]`)?.ariaValueNow) >= percent", new[] { id, percent }, new() { Timeout = withinMs });

    public static ILocator Hold(this ILocator card, string label) => card.GetByRole(AriaRole.Button, new() { NameRegex = new System.Text.RegularExpressions.Regex("^" + label + @"\.") });

    /// <summary>Drops a file on the map, as from a file manager.</summary>
    public static async Task DropAsync(this IPage page, string name, string content)
    {
        var data = await page.EvaluateHandleAsync(
            "([name, content]) => { const d = new DataTransfer(); d.items.add(new File([content], name)); return d; }", new[] { name, content });
        await page.DispatchEventAsync("section.map", "drop", new { dataTransfer = data });
    }

    /// <summary>The box of a number, by what stands before it; its unit follows.</summary>
    public static ILocator Number(this IPage page, string label) => page.GetByRole(AriaRole.Textbox, new() { NameRegex = new System.Text.RegularExpressions.Regex("^" + label + @"(\s|$)") });

    /// <summary>The plan on the screen is that of what is in the forms.</summary>
    public static Task PlannedAsync(this IPage page) => page.Locator(".totals[aria-busy='false'] dl").WaitForAsync();

    /// <summary>A job small enough to be flown in a test, kept by the page itself. By the ids of the boxes, which are the same in each language.</summary>
    public static async Task KeepJobAsync(this IPage page, string id, int drones)
    {
        await page.Locator("[role=tab]").Nth(1).ClickAsync();
        foreach (var (box, text) in new[]
                 {
                     ("job-id", id), ("product-name", "Sample herbicide"), ("product-active_ingredient", "penoxsulam"), ("product-registration_number", "PD00000000-MADE-UP"),
                     ("product-producer", "made up"), ("job-operator", "tester"), ("job-crop", "rice"), ("job-target", "barnyard grass"),
                 })
            await page.Locator("#" + box).FillAsync(text);
        await page.Number("(Aircraft|飞机数量)").FillAsync($"{drones}");
        await page.PlannedAsync();
        await page.Locator(".totals button.primary").ClickAsync();
        await page.Locator(".prepare select").First.WaitForAsync();
    }

    /// <summary>Writes the weather down beside the field and makes the chosen aircraft ready.</summary>
    public static async Task MakeReadyAsync(this IPage page)
    {
        var weather = page.Locator(".prepare .weather input");
        foreach (var (box, value) in new[] { (0, "1.5"), (1, "24"), (2, "65") }) await weather.Nth(box).FillAsync(value);
        await page.Locator(".prepare button.primary").ClickAsync();
    }
}
