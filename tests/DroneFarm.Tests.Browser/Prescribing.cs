using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DroneFarm.Tests.Browser;

/// <summary>Rates by place on the Plan page, from the file to the kept job that the command line plans and checks too.</summary>
public sealed class Prescribing(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string Rates = Path.Combine(AppContext.BaseDirectory, "missions", "gangzha-sample", "prescription.geojson");

    [Fact]
    public async Task A_prescription_is_dropped_seen_planned_with_kept_and_removed()
    {
        var page = await chromium.ScreenAsync();
        await using var station = await ServedStation.StartAsync(["--sim", "1"]);
        await page.WithPictureOfFailureAsync("prescribing", () => PrescribeAsync(page, station));
    }

    private static async Task PrescribeAsync(IPage page, ServedStation station)
    {
        await page.OpenAsync(station, "plan");
        await page.PlannedAsync();
        var evenL = await LitresAsync(page);
        await page.DropAsync("rates.geojson", (await File.ReadAllTextAsync(Rates)).Replace("\"rate_l_per_mu\": 1.0", "\"rate_l_per_mu\": -1.0", StringComparison.Ordinal));
        await Expect(page.Locator("p.notice[role=status]")).ToContainTextAsync("rates.geojson, line ");
        await Expect(page.Locator(".legend")).ToHaveCountAsync(0);

        await page.DropAsync("rates.geojson", await File.ReadAllTextAsync(Rates));
        await Expect(page.Locator(".legend li")).ToHaveTextAsync(["not sprayed", "1.00", "1.50", "2.00"]);
        await LitresAsync(page, $"litres !== {evenL:R}");
        (await PaintedAsync(page, 0x7a, 0x01, 0x77)).ShouldBeGreaterThan(200, "the zone of the highest rate is seen on the map");
        await page.KeepJobAsync("rated", drones: 1);

        var folder = Path.Combine(station.Library, "jobs", "rated");
        JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "job.json"))).RootElement.GetProperty("prescription").GetString().ShouldBe("prescription.geojson");
        (await RunAsync("check", folder)).ShouldBe(0);
        var anew = Path.Combine(folder, "anew");
        (await RunAsync("plan", Path.Combine(folder, "farm.geojson"), "--job", Path.Combine(folder, "job.json"), "--sprayer", Path.Combine(folder, "sprayer.json"), "--out", anew)).ShouldBe(0);
        (await File.ReadAllTextAsync(Path.Combine(anew, "plan.geojson"))).ShouldBe(await File.ReadAllTextAsync(Path.Combine(folder, "plan.geojson")));

        await page.OpenAsync(station, "plan");
        await page.Locator("[role=tab]").Nth(1).ClickAsync();
        await page.Locator(".panel").GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Expect(page.Locator(".legend")).ToHaveCountAsync(0);
        await LitresAsync(page, $"litres === {evenL:R}");
    }

    /// <summary>Waits for totals whose litres are as asked: there are none while the page plans.</summary>
    private static async Task<double> LitresAsync(IPage page, FormattableString? asked = null)
    {
        var found = await page.WaitForFunctionAsync($$"""
            () => {
              const shown = document.querySelectorAll('.totals dd')[2]?.firstChild?.data;
              const litres = Number(shown);
              return shown && {{(asked is null ? "true" : FormattableString.Invariant(asked))}} ? { litres } : null;
            }
            """);
        return (await found.JsonValueAsync<JsonElement>()).GetProperty("litres").GetDouble();
    }

    /// <summary>How many pixels of the map have nearly a colour.</summary>
    private static Task<int> PaintedAsync(IPage page, int red, int green, int blue) => page.EvaluateAsync<int>(
        """
        async (wanted) => {
          await new Promise((done) => setTimeout(done, 800)); // what is drawn into a picture aside comes a moment later
          let found = 0;
          for (const canvas of document.querySelectorAll('.target canvas')) {
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            for (let i = 0; i < data.length; i += 4) if (wanted.every((c, at) => Math.abs(c - data[i + at]) < 60) && data[i + 3] > 60) found++;
          }
          return found;
        }
        """,
        new[] { red, green, blue });

    private static async Task<int> RunAsync(params string[] args)
    {
        using var program = ServedStation.Beside(args);
        _ = program.StandardOutput.ReadToEndAsync();
        _ = program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        return program.ExitCode;
    }
}
