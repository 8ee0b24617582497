using System.Net;
using System.Net.Http.Json;
using DroneFarm.Station;
using DroneFarm.Station.Access;

namespace DroneFarm.Tests.Station;

/// <summary>Who may do what, and that nobody else's page can do it for them.</summary>
public sealed class AccessTests
{
    private static readonly PassPhrases Phrases = PassPhrases.Of(new Dictionary<Role, string> { [Role.Pilot] = "pilots-only-1", [Role.Operator] = "operators-too", [Role.Viewer] = "just-looking" });

    [Fact]
    public async Task Without_a_pass_phrase_nothing_but_the_login_answers()
    {
        await using var room = await Room.OpenAsync(Phrases);
        var browser = await room.BrowserAsync();
        (await browser.GetAsync("/api/farms")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.PutAsJsonAsync("/api/farms/x", Room.Sample("farm.geojson"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.PostAsJsonAsync("/api/session", new { phrase = "guess" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_viewer_sees_and_changes_nothing()
    {
        await using var room = await Room.OpenAsync(Phrases);
        var browser = await room.BrowserAsync("just-looking");
        (await browser.GetAsync("/api/farms")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.PutAsJsonAsync("/api/farms/x", Room.Sample("farm.geojson"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.PostAsJsonAsync("/api/control", new { evenFromAnother = true })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.PostAsync("/api/all-stop", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_operator_keeps_farms_and_cannot_command()
    {
        await using var room = await Room.OpenAsync(Phrases);
        var browser = await room.BrowserAsync("operators-too");
        (await browser.PutAsJsonAsync("/api/farms/x", Room.Sample("farm.geojson"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.PostAsync("/api/all-stop", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Only_the_pilot_who_holds_control_commands()
    {
        await using var room = await Room.OpenAsync(Phrases);
        var (first, second) = (await room.BrowserAsync("pilots-only-1"), await room.BrowserAsync("pilots-only-1"));
        (await first.PostAsync("/api/all-stop", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await first.PostAsJsonAsync("/api/control", new { evenFromAnother = false })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await first.PostAsync("/api/all-stop", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await second.PostAsJsonAsync("/api/control", new { evenFromAnother = false })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await second.PostAsync("/api/all-stop", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await second.PostAsJsonAsync("/api/control", new { evenFromAnother = true })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await first.PostAsync("/api/all-stop", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_request_without_the_mark_of_its_page_is_refused()
    {
        await using var room = await Room.OpenAsync();
        var browser = await room.BrowserAsync();
        browser.DefaultRequestHeaders.Remove(Doorkeeper.RequestMarkHeader);
        (await browser.PostAsJsonAsync("/api/control", new { evenFromAnother = true })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/api/farms")]
    [InlineData("/live/negotiate?negotiateVersion=1")]
    public async Task A_page_of_another_site_is_turned_away(string path)
    {
        await using var room = await Room.OpenAsync();
        var browser = await room.BrowserAsync();
        browser.DefaultRequestHeaders.Add("Origin", "http://elsewhere.example");
        (await browser.PostAsync(path, null)).StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
    }

    [Fact]
    public async Task A_name_that_somebody_pointed_at_this_machine_is_not_ours()
    {
        await using var room = await Room.OpenAsync();
        var browser = await room.BrowserAsync();
        browser.DefaultRequestHeaders.Host = "rebound.example";
        (await browser.GetAsync("/api/farms")).StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
    }

    [Fact]
    public async Task After_five_wrong_pass_phrases_even_the_right_one_waits()
    {
        await using var room = await Room.OpenAsync(Phrases);
        var browser = await room.BrowserAsync();
        for (var i = 0; i < 5; i++) await browser.PostAsJsonAsync("/api/session", new { phrase = $"guess {i}" });
        (await browser.PostAsJsonAsync("/api/session", new { phrase = "pilots-only-1" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_cookie_cannot_be_read_by_scripts_nor_sent_from_elsewhere()
    {
        await using var room = await Room.OpenAsync();
        using var browser = new HttpClient { BaseAddress = room.Station.Address };
        var cookie = (await browser.GetAsync("/api/session")).Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
    }

    [Fact]
    public void A_session_that_was_changed_by_hand_is_none()
    {
        var seal = new SessionSeal(new byte[32]);
        var now = DateTimeOffset.UnixEpoch;
        var sealedOne = seal.Seal(SessionSeal.NewSession(Role.Viewer, now.AddHours(1)));
        seal.Open(sealedOne, now)!.Role.ShouldBe(Role.Viewer);
        seal.Open(sealedOne.Replace($".{(int)Role.Viewer}.", $".{(int)Role.Pilot}.", StringComparison.Ordinal), now).ShouldBeNull();
        seal.Open(sealedOne, now.AddHours(2)).ShouldBeNull();
        seal.Open("nonsense", now).ShouldBeNull();
    }

    [Fact]
    public async Task A_station_that_others_can_reach_does_not_open_without_a_pass_phrase()
    {
        var folder = Directory.CreateTempSubdirectory("dronefarm-station-").FullName;
        await Should.ThrowAsync<ArgumentException>(() => GroundRoom.OpenAsync(new StationOptions(folder, IPAddress.Any, 0)));
    }

    [Fact]
    public void A_short_pass_phrase_is_none() =>
        Should.Throw<ArgumentException>(() => PassPhrases.Of(new Dictionary<Role, string> { [Role.Pilot] = "short" }));

    [Fact]
    public async Task A_restarted_station_knows_its_pilot_and_who_has_control()
    {
        var library = Directory.CreateTempSubdirectory("dronefarm-station-").FullName;
        HttpRequestMessage Stop(Uri at, string cookie, string mark)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri(at, "/api/all-stop"));
            request.Headers.Add("Cookie", cookie);
            request.Headers.Add(Doorkeeper.RequestMarkHeader, mark);
            return request;
        }

        using var plain = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        string cookie, mark;
        await using (var room = await Room.OpenAsync(library: library))
        {
            var answer = await plain.GetAsync(new Uri(room.Station.Address, "/api/session"));
            cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
            mark = (await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("requestMark").GetString()!;
            var take = new HttpRequestMessage(HttpMethod.Post, new Uri(room.Station.Address, "/api/control")) { Content = JsonContent.Create(new { evenFromAnother = false }) };
            take.Headers.Add("Cookie", cookie);
            take.Headers.Add(Doorkeeper.RequestMarkHeader, mark);
            (await plain.SendAsync(take)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        await using var again = await Room.OpenAsync(library: library);
        (await plain.SendAsync(Stop(again.Station.Address, cookie, mark))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }
}
