using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DroneFarm.Tests.Station;

/// <summary>Farms, plans and jobs through the door that pages use.</summary>
public sealed class PlanTests
{
    [Fact]
    public async Task An_empty_library_begins_with_the_sample_farm()
    {
        await using var room = await Room.OpenAsync();
        var farms = await (await room.BrowserAsync()).GetFromJsonAsync<JsonElement>("/api/farms");
        farms[0].GetProperty("fields").GetInt32().ShouldBe(20);
        farms[0].GetProperty("madeUp").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task The_sample_is_planned_with_its_stages_and_totals()
    {
        await using var room = await Room.OpenAsync();
        var answer = await (await (await room.BrowserAsync()).PostAsJsonAsync("/api/plan", Room.PlanRequest())).Content.ReadFromJsonAsync<JsonElement>();
        answer.GetProperty("fields").GetArrayLength().ShouldBe(20);
        answer.GetProperty("totals").GetProperty("flowLPerMin").GetDouble().ShouldBe(22.5 * 5 * 5 * 0.006, 1e-6);
        var layers = answer.GetProperty("map").GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties").GetProperty("layer").GetString()).ToHashSet();
        layers.ShouldBeSubsetOf(["field", "zone", "obstacle", "refill", "sprayable", "headland", "mainland", "cell", "swath", "transit", "sortie", "fence"]);
        layers.ShouldContain("swath");
    }

    [Fact]
    public async Task Numbers_that_are_no_job_come_back_as_findings_in_both_languages()
    {
        await using var room = await Room.OpenAsync();
        var job = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Room.Sample("job.json"))!;
        job["speed_mps"] = JsonSerializer.SerializeToElement(-1);
        var answer = await (await room.BrowserAsync()).PostAsJsonAsync("/api/plan", new { farm = Room.Sample("farm.geojson"), sprayer = Room.Sample("sprayer.json"), job });
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var first = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("findings")[0];
        first.GetProperty("text").GetProperty("en").GetString()!.ShouldContain("speed_mps");
        first.GetProperty("text").GetProperty("zh").GetString()!.ShouldContain("speed_mps");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_job_that_names_a_prescription_is_refused_rather_than_planned_without_it(bool withoutPapers)
    {
        await using var room = await Room.OpenAsync();
        var browser = await room.BrowserAsync();
        var job = JsonNode.Parse(Room.Sample("job.json").GetRawText())!.AsObject();
        job["prescription"] = "prescription.geojson";
        if (withoutPapers) job["product"]!["registration_number"] = "";
        var answer = await browser.PostAsJsonAsync("/api/plan", new { farm = Room.Sample("farm.geojson"), sprayer = Room.Sample("sprayer.json"), job });
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("findings").EnumerateArray()
            .ShouldContain(f => f.GetProperty("text").GetProperty("en").GetString()!.Contains("prescription names the file prescription.geojson"));
    }

    [Fact]
    public async Task A_job_without_its_papers_is_planned_with_a_warning_and_is_not_kept()
    {
        await using var room = await Room.OpenAsync();
        var browser = await room.BrowserAsync();
        var job = JsonNode.Parse(Room.Sample("job.json").GetRawText())!.AsObject();
        job["product"]!["registration_number"] = "";
        var request = new { farm = Room.Sample("farm.geojson"), sprayer = Room.Sample("sprayer.json"), job, choices = new { drones = 1 } };
        var answer = await (await browser.PostAsJsonAsync("/api/plan", request)).Content.ReadFromJsonAsync<JsonElement>();
        answer.GetProperty("totals").GetProperty("sorties").GetInt32().ShouldBePositive();
        answer.GetProperty("findings").EnumerateArray().ShouldContain(f => f.GetProperty("severity").GetString() == "warning" && f.GetProperty("text").GetProperty("en").GetString()!.Contains("registration_number"));
        (await browser.PutAsJsonAsync("/api/jobs/unnamed", request)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_KML_of_a_map_program_comes_back_as_a_farm()
    {
        await using var room = await Room.OpenAsync();
        var kml = """<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>east</name><Polygon><outerBoundaryIs><LinearRing><coordinates>120.8,32.05 120.801,32.05 120.801,32.051 120.8,32.05</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>""";
        using var form = new MultipartFormDataContent { { new StringContent(kml), "files", "drawn.kml" } };
        var answer = await (await (await room.BrowserAsync()).PostAsync("/api/import", form)).Content.ReadFromJsonAsync<JsonElement>();
        answer.GetProperty("farm").GetProperty("features")[0].GetProperty("properties").GetProperty("name").GetString().ShouldBe("east");
    }

    [Fact]
    public async Task A_kept_job_is_a_folder_that_the_command_line_takes_too()
    {
        await using var room = await Room.OpenAsync();
        var browser = await room.BrowserAsync();
        (await browser.PutAsJsonAsync("/api/jobs/monday", Room.PlanRequest())).StatusCode.ShouldBe(HttpStatusCode.OK);
        File.Exists(Path.Combine(room.Library, "jobs", "monday", "plan.json")).ShouldBeTrue();
        var jobs = await browser.GetFromJsonAsync<JsonElement>("/api/jobs");
        jobs[0].GetProperty("id").GetString().ShouldBe("monday");
        jobs[0].GetProperty("planned").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("..%2Fescape")]
    [InlineData(".hidden")]
    [InlineData("a%5Cb")]
    public async Task A_name_that_leads_out_of_the_library_is_refused(string name)
    {
        await using var room = await Room.OpenAsync();
        var answer = await (await room.BrowserAsync()).PutAsJsonAsync($"/api/jobs/{name}", Room.PlanRequest());
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound);
        Directory.EnumerateDirectories(Path.Combine(room.Library, "jobs")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dropped_file_comes_back_as_a_farm_with_roles()
    {
        await using var room = await Room.OpenAsync();
        var browser = await room.BrowserAsync();
        var square = """{"type":"Polygon","coordinates":[[[120.8,32.05],[120.801,32.05],[120.801,32.051],[120.8,32.051],[120.8,32.05]]]}""";
        using var content = new StringContent($$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"east"},"geometry":{{square}}}]}""");
        content.Headers.Add("X-File-Name", "drawn.geojson");
        var answer = await (await browser.PostAsync("/api/import", content)).Content.ReadFromJsonAsync<JsonElement>();
        var feature = answer.GetProperty("farm").GetProperty("features")[0];
        feature.GetProperty("properties").GetProperty("role").GetString().ShouldBe("field");
        feature.GetProperty("geometry").GetProperty("coordinates")[0].GetArrayLength().ShouldBe(5);
    }

    [Fact]
    public async Task A_line_across_a_field_cuts_it_in_two_and_merging_makes_it_one_again()
    {
        await using var room = await Room.OpenAsync();
        var browser = await room.BrowserAsync();
        double[][][] square = [[[120.8, 32.05], [120.802, 32.05], [120.802, 32.052], [120.8, 32.052], [120.8, 32.05]]];
        var halves = await (await browser.PostAsJsonAsync("/api/shapes/split", new { rings = square, line = new[] { new[] { 120.801, 32.0499 }, new[] { 120.801, 32.0521 } } })).Content.ReadFromJsonAsync<double[][][][]>();
        halves!.Length.ShouldBe(2);
        var whole = await (await browser.PostAsJsonAsync("/api/shapes/merge", new { polygons = halves })).Content.ReadFromJsonAsync<double[][][]>();
        whole![0].Select(p => (Math.Round(p[0], 6), Math.Round(p[1], 6))).Distinct().ShouldContain((120.8, 32.05));
        (await browser.PostAsJsonAsync("/api/shapes/split", new { rings = square, line = new[] { new[] { 121.0, 32.0 }, new[] { 121.0, 32.1 } } })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }
}
