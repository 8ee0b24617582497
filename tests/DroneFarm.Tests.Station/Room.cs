using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DroneFarm.Station;
using DroneFarm.Station.Access;

namespace DroneFarm.Tests.Station;

/// <summary>A ground station on a free port of loopback with a library of its own, and browsers that are plain HTTP clients.</summary>
internal sealed class Room : IAsyncDisposable
{
    private readonly List<HttpClient> browsers = [];

    private Room(GroundRoom station, string library) => (Station, Library) = (station, library);

    public GroundRoom Station { get; }

    public string Library { get; }

    /// <summary>Of the browser that was opened last.</summary>
    public CookieContainer Cookies { get; private set; } = new();

    public static string Samples => Path.Combine(AppContext.BaseDirectory, "missions", "gangzha-sample");

    public static async Task<Room> OpenAsync(PassPhrases? phrases = null, string? library = null, Func<StationOptions, StationOptions>? with = null)
    {
        var folder = library ?? Directory.CreateTempSubdirectory("dronefarm-station-").FullName;
        var options = new StationOptions(folder, IPAddress.Loopback, 0) { SamplesFolder = Samples, PassPhrases = phrases ?? PassPhrases.None, WebFolder = Path.Combine(folder, "no-pages") };
        return new Room(await GroundRoom.OpenAsync(with?.Invoke(options) ?? options), folder);
    }

    /// <summary>A browser that opened the page: it has its cookie and its request mark.</summary>
    public async Task<HttpClient> BrowserAsync(string? phrase = null)
    {
        var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies = new CookieContainer() }) { BaseAddress = Station.Address };
        browsers.Add(browser);
        browser.DefaultRequestHeaders.Add(Doorkeeper.RequestMarkHeader, "");
        var card = await browser.GetFromJsonAsync<JsonElement>("/api/session");
        if (phrase is not null) card = await (await browser.PostAsJsonAsync("/api/session", new { phrase })).Content.ReadFromJsonAsync<JsonElement>();
        if (!card.TryGetProperty("requestMark", out var mark)) return browser;
        browser.DefaultRequestHeaders.Remove(Doorkeeper.RequestMarkHeader);
        browser.DefaultRequestHeaders.Add(Doorkeeper.RequestMarkHeader, mark.GetString());
        return browser;
    }

    public static JsonElement Sample(string name) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(Path.Combine(Samples, name)));

    /// <summary>The whole sample, as a page sends it to be planned.</summary>
    public static object PlanRequest(int drones = 1) => new { farm = Sample("farm.geojson"), sprayer = Sample("sprayer.json"), job = Sample("job.json"), choices = new { drones } };

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers) browser.Dispose();
        await Station.DisposeAsync();
    }
}
