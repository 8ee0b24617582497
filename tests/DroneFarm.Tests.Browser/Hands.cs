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
        await page.GetByRole(AriaRole.Button, new() { Name = "Take control" }).ClickAsync();
        await page.GetByText("In control").WaitForAsync();
    }

    /// <summary>Presses and holds until the order is taken, which takes the button away; again when the page moved it from under the finger.</summary>
    public static async Task HoldAsync(this IPage page, ILocator button)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await button.ScrollIntoViewIfNeededAsync();
            if (await button.BoundingBoxAsync() is not { } box) return;
            await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
            await page.Mouse.DownAsync();
            await page.WaitForTimeoutAsync(1400);
            await page.Mouse.UpAsync();
            try
            {
                await button.WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = 3000 });
                return;
            }
            catch (TimeoutException)
            {
            }
        }

        throw new TimeoutException("the order was not taken");
    }

    public static ILocator Vehicle(this IPage page, int id) => page.Locator($"article[data-vehicle='{id}']");

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

    /// <summary>A job small enough to be flown in a test, kept by the page itself.</summary>
    public static async Task KeepJobAsync(this IPage page, string id, int drones)
    {
        await page.GetByRole(AriaRole.Tab, new() { Name = "Job" }).ClickAsync();
        await page.GetByLabel("Name of the job (its folder)", new() { Exact = true }).FillAsync(id);
        await page.Number("Aircraft").FillAsync($"{drones}");
        await page.GetByLabel("Name on the label", new() { Exact = true }).FillAsync("Sample herbicide");
        await page.GetByLabel("Active ingredient", new() { Exact = true }).FillAsync("penoxsulam");
        await page.GetByLabel("Registration number", new() { Exact = true }).FillAsync("PD00000000-MADE-UP");
        await page.GetByLabel("Producer", new() { Exact = true }).FillAsync("made up");
        await page.GetByLabel("Operator", new() { Exact = true }).FillAsync("tester");
        await page.GetByLabel("Crop", new() { Exact = true }).FillAsync("rice");
        await page.GetByLabel("Target", new() { Exact = true }).FillAsync("barnyard grass");
        await page.WaitForTimeoutAsync(1500);
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep plan and fly" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "New flight" }).WaitForAsync();
    }
}
