using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DroneFarm.Core.Planning;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Tests.Station;

/// <summary>Rates by place through the door that pages use: brought in, planned with, kept and opened again.</summary>
public sealed class PrescriptionTests
{
    /// <summary>A place of the sample farm.</summary>
    private const string Near = "?near=120.80,32.05";

    [Theory]
    [InlineData("rate_l_per_mu", 2, 30)]
    [InlineData("rate_l_per_ha", 18.5, 18.5)]
    public async Task A_dropped_file_of_rates_is_a_prescription_while_a_farm_is_open(string property, double rate, double lPerHa)
    {
        await using var room = await Room.OpenAsync();
        var answer = await DropAsync(await room.BrowserAsync(), Zone(property, rate), Near);
        answer.TryGetProperty("farm", out _).ShouldBeFalse();
        var zone = answer.GetProperty("prescription").GetProperty("features")[0];
        zone.GetProperty("properties").GetProperty("rate_l_per_ha").GetDouble().ShouldBe(lPerHa);
        zone.GetProperty("geometry").GetProperty("coordinates")[0].GetArrayLength().ShouldBe(5);
    }

    [Fact]
    public async Task Without_a_farm_the_same_file_is_land_and_the_button_says_what_is_missing()
    {
        await using var room = await Room.OpenAsync();
        var browser = await room.BrowserAsync();
        (await DropAsync(browser, Zone("rate_l_per_mu", 2), "")).GetProperty("farm").GetProperty("features").GetArrayLength().ShouldBe(1);
        (await DropAsync(browser, Zone("rate_l_per_mu", 2), "?only=rates", HttpStatusCode.UnprocessableEntity)).GetRawText().ShouldContain("Open the farm first");
    }

    [Fact]
    public async Task A_file_of_fields_stays_a_farm_whatever_farm_is_open()
    {
        await using var room = await Room.OpenAsync();
        var answer = await DropAsync(await room.BrowserAsync(), Room.Sample("farm.geojson").GetRawText(), Near);
        answer.GetProperty("farm").GetProperty("features").EnumerateArray().Count(f => f.GetProperty("properties").GetProperty("role").GetString() == "field").ShouldBe(20);
    }

    [Fact]
    public async Task A_zone_with_a_rate_that_is_none_is_refused_with_its_file_and_line()
    {
        await using var room = await Room.OpenAsync();
        var file = Zone("rate_l_per_mu", 2).Replace("\n]", ",\n" + Zone("rate_l_per_mu", -1).Split('\n')[1] + "\n]", StringComparison.Ordinal);
        var answer = await DropAsync(await room.BrowserAsync(), file, Near, HttpStatusCode.UnprocessableEntity);
        var text = answer.GetProperty("findings")[0].GetProperty("text");
        text.GetProperty("en").GetString()!.ShouldStartWith("rates.geojson, line 3: zone z");
        text.GetProperty("zh").GetString()!.ShouldContain("rates.geojson 第 3 行");
    }

    [Fact]
    public async Task Swaths_change_their_rate_where_the_prescription_does_and_ground_of_rate_zero_is_left_out()
    {
        await using var room = await Room.OpenAsync();
        var browser = await room.BrowserAsync();
        var plain = await PlannedAsync(browser, Request(null));
        var rated = await PlannedAsync(browser, Request(await SampleAsync(browser)));
        Rates(plain).ShouldBeEmpty();
        var rates = Rates(rated);
        rates.ShouldContain(30.0);
        rates.ShouldContain(15.0);
        rates.ShouldContain(22.5);
        rates.Min().ShouldBeGreaterThan(0);
        // The clean corner of 85 m by 30 m lies on fields.
        Sprayable(rated).ShouldBeLessThan(Sprayable(plain) - 1000);
    }

    [Fact]
    public async Task A_kept_job_holds_the_rates_and_names_them_so_that_the_command_line_plans_the_same()
    {
        await using var room = await Room.OpenAsync();
        var browser = await room.BrowserAsync();
        var rates = await SampleAsync(browser);
        (await browser.PutAsJsonAsync("/api/jobs/rated", Request(rates))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var folder = Path.Combine(room.Library, "jobs", "rated");
        var job = JobFile.Read(Path.Combine(folder, "job.json"));
        job.Prescription.ShouldNotBeNull().Said.ShouldBe("prescription.geojson");
        var farm = FarmFile.Read(Path.Combine(folder, "farm.geojson")).Farm!;
        var asked = job.Job! with { Prescription = PrescriptionFile.Read(job.Prescription, farm.Frame).Prescription.ShouldNotBeNull() };
        var anew = Planner.Plan(farm, SprayerFile.Read(Path.Combine(folder, "sprayer.json")).Sprayer!, asked, new PlanOptions());
        var kept = PlanFile.Read(Path.Combine(folder, "plan.json"));
        kept.Findings.ShouldBeEmpty();
        Items(kept.Plan!).ShouldBe(Items(anew));

        var opened = await browser.GetFromJsonAsync<JsonElement>("/api/jobs/rated");
        Zones(opened.GetProperty("prescription")).ShouldBe(Zones(rates), ignoreOrder: false, "opened again it is what was brought in");
        opened.GetProperty("job").TryGetProperty("prescription", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_job_kept_again_without_its_rates_has_neither_file_nor_name_of_them()
    {
        await using var room = await Room.OpenAsync();
        var browser = await room.BrowserAsync();
        await browser.PutAsJsonAsync("/api/jobs/again", Request(await SampleAsync(browser)));
        (await browser.PutAsJsonAsync("/api/jobs/again", Request(null))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var folder = Path.Combine(room.Library, "jobs", "again");
        File.Exists(Path.Combine(folder, "prescription.geojson")).ShouldBeFalse();
        JobFile.Read(Path.Combine(folder, "job.json")).Prescription.ShouldBeNull();
    }

    [Fact]
    public async Task Rates_of_another_place_are_told_rather_than_planned_in_silence()
    {
        await using var room = await Room.OpenAsync();
        var browser = await room.BrowserAsync();
        var elsewhere = (await DropAsync(browser, Zone("rate_l_per_mu", 2, lon: 120.9), Near)).GetProperty("prescription");
        (await PlannedAsync(browser, Request(elsewhere))).GetProperty("findings").EnumerateArray()
            .ShouldContain(f => f.GetProperty("text").GetProperty("code").GetString() == "plan.rate.beside");
    }

    private static async Task<JsonElement> SampleAsync(HttpClient browser) =>
        (await DropAsync(browser, Room.Sample("prescription.geojson").GetRawText(), Near)).GetProperty("prescription");

    private static object Request(JsonElement? prescription) =>
        new { farm = Room.Sample("farm.geojson"), sprayer = Room.Sample("sprayer.json"), job = Room.Sample("job.json"), choices = new { drones = 1 }, prescription };

    private static async Task<JsonElement> PlannedAsync(HttpClient browser, object request) =>
        await (await browser.PostAsJsonAsync("/api/plan", request)).Content.ReadFromJsonAsync<JsonElement>();

    private static async Task<JsonElement> DropAsync(HttpClient browser, string content, string query, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var form = new MultipartFormDataContent { { new StringContent(content, Encoding.UTF8), "files", "rates.geojson" } };
        var answer = await browser.PostAsync("/api/import" + query, form);
        answer.StatusCode.ShouldBe(expected);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Name, rate and corners, which may move by a tenth of a millimetre on their way.</summary>
    private static IEnumerable<string> Zones(JsonElement prescription) => prescription.GetProperty("features").EnumerateArray().Select(f =>
        $"{f.GetProperty("id")} {f.GetProperty("properties").GetProperty("rate_l_per_ha")} "
        + string.Join(' ', f.GetProperty("geometry").GetProperty("coordinates")[0].EnumerateArray().Select(p => $"{p[0].GetDouble():F7},{p[1].GetDouble():F7}").Distinct().Order()));

    private static List<double> Rates(JsonElement answer) =>
    [
        .. answer.GetProperty("map").GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties"))
            .Where(p => p.TryGetProperty("rate_l_per_ha", out _)).Select(p => p.GetProperty("rate_l_per_ha").GetDouble()).Distinct(),
    ];

    private static double Sprayable(JsonElement answer) => answer.GetProperty("totals").GetProperty("sprayableM2").GetDouble();

    private static IEnumerable<string> Items(Plan plan) => plan.Missions.SelectMany(m => m.Items).Select(i => i.ToString());

    private static string Zone(string property, double rate, double lon = 120.8) => string.Create(CultureInfo.InvariantCulture, $$$"""
        {"type":"FeatureCollection","name":"rates","features":[
        {"type":"Feature","id":"z","properties":{"{{{property}}}":{{{rate}}}},"geometry":{"type":"Polygon","coordinates":[[[{{{lon}}},32.05],[{{{lon + 0.001:F4}}},32.05],[{{{lon + 0.001:F4}}},32.051],[{{{lon}}},32.051],[{{{lon}}},32.05]]]}}
        ]}
        """);
}
