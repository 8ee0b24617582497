using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.Journal;

namespace DroneFarm.Tests.Station;

/// <summary>Flights through the door that pages use, with simulated sprayers on the wire in real time.</summary>
public sealed class FlightTests
{
    private static readonly object Calm = new { windMps = 1.5, temperatureC = 24, humidityPct = 65, source = "test" };

    [Fact]
    public async Task What_somebody_answers_for_counts_for_one_aircraft_and_the_journal_keeps_the_name()
    {
        await using var field = await FlyingRoom.OpenAsync(vehicles: 2);
        await field.PrepareAsync("answered", drones: 2, weather: new { windMps = 9, temperatureC = 24, humidityPct = 65, source = "test" }, sideM: 120);
        foreach (var id in new[] { 1, 2 }) (await field.OrderAsync(id, new { order = "start" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await field.UntilAsync(() => new[] { 1, 2 }.All(id => field.Now(id).Checklist.Any(c => c.Code == "weather" && c.Verdict == "fails")), "both checklists say that the wind is too strong");

        (await field.Pilot.PostAsJsonAsync("/api/flights/1/override", new { code = "weather", who = " " })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await field.Pilot.PostAsJsonAsync("/api/flights/1/override", new { code = "weather", who = "Li Wei" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await field.UntilAsync(() => field.Now(1).Checklist.Count == 0 || field.Now(1).Checklist.Any(c => c.Code == "weather" && c.Verdict == "overridden"), "the first aircraft's is answered for");
        await Task.Delay(TimeSpan.FromSeconds(1.5), TimeProvider.System, TestContext.Current.CancellationToken);
        field.Now(2).Checklist.ShouldContain(c => c.Code == "weather" && c.Verdict == "fails");
        field.Journal("answered").ShouldContain("Li Wei");
    }

    [Fact]
    public async Task What_real_vehicles_began_simulated_ones_do_not_go_on_with()
    {
        await using var field = await FlyingRoom.OpenAsync(vehicles: 1);
        await field.KeepAsync("real", drones: 1);
        var folder = Path.Combine(field.Library, "jobs", "real");
        var header = new JournalHeader("real", PlanFile.Read(Path.Combine(folder, "plan.json")).Fingerprint, "v", Simulated: false, DateTimeOffset.UnixEpoch);
        JournalWriter.Create(Path.Combine(folder, "journal.jsonl"), header, TimeProvider.System).Dispose();
        var refused = await field.ReadyAsync("real", 1, Calm);
        refused.IsSuccessStatusCode.ShouldBeFalse();
        (await refused.Content.ReadAsStringAsync()).ShouldContain("real vehicles");
    }

    [Fact]
    public async Task Wind_over_the_limit_holds_the_vehicle_until_somebody_answers_for_it_by_name_and_the_flight_leaves_a_tlog()
    {
        await using var field = await FlyingRoom.OpenAsync(vehicles: 1);
        await field.PrepareAsync("windy", drones: 1, Calm);
        (await field.OrderAsync(1, new { order = "start" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await field.UntilAsync(() => field.Now(1).Phase == "spraying", "it sprays");

        (await field.Pilot.PostAsJsonAsync("/api/flights/1/weather", new { windMps = 9.0, source = "test" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await field.UntilAsync(() => field.Now(1).HeldByWind is not null, "the wind holds it");
        (await field.OrderAsync(1, new { order = "resume" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "nobody answers");
        (await field.OrderAsync(1, new { order = "resume", answers = true })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "nobody's name");
        (await field.OrderAsync(1, new { order = "resume", answers = true, who = "Wang Fang" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await field.UntilAsync(() => field.Now(1).Phase is "spraying" or "transit", "it goes on");
        field.Now(1).HeldByWind.ShouldBeNull();
        field.Journal("windy").ShouldContain("Wang Fang");
        await field.UntilAsync(() => field.Now(1).Over, "the job is done");
        new FileInfo(Path.Combine(field.Library, "jobs", "windy", "flight.tlog")).Length.ShouldBeGreaterThan(10_000);

        // The whole job is in the season's report, and in the record store beside it.
        await field.UntilAsync(() => field.Journal("windy").Contains("\"end\"", StringComparison.Ordinal), "the journal is closed");
        var season = await field.Pilot.GetAsync(new Uri("/api/season.pdf?farm=one%20paddy", UriKind.Relative));
        (await season.Content.ReadAsByteArrayAsync()).Take(4).ShouldBe("%PDF"u8.ToArray());
        File.Exists(Path.Combine(field.Library, "records.db")).ShouldBeTrue();
        (await field.Pilot.GetAsync(new Uri("/api/season.pdf?farm=one%20paddy&year=1999", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_plan_for_two_aircraft_asks_for_two_and_flies_nothing_twice()
    {
        await using var field = await FlyingRoom.OpenAsync(vehicles: 2);
        await field.PrepareAsync("pair", drones: 2, Calm);
        var again = await field.Pilot.PostAsJsonAsync("/api/flights", new { jobId = "pair", vehicles = new[] { 1, 2 } });
        (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("findings")[0].GetProperty("text").GetProperty("code").GetString().ShouldBe("station.vehicle-busy");
        (await field.OrderAsync(1, new { order = "resume" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "it was not started");
        (await field.OrderAsync(3, new { order = "start" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "there is no third");
    }
}
