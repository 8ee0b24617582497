using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim;
using DroneFarm.Flight.Links;
using DroneFarm.Station.Flights;
using Microsoft.AspNetCore.SignalR.Client;

namespace DroneFarm.Tests.Station;

/// <summary>A station with simulated sprayers beside one small paddy, and a pilot's screen that draws: what a flight needs.</summary>
internal sealed class FlyingRoom : IAsyncDisposable
{
    private const double Lon = 120.8000, Lat = 32.0490;

    private readonly Room room;
    private readonly List<SimulatedSprayerHost> hosts;
    private readonly HubConnection screen;
    private readonly CancellationTokenSource closed = new();

    private FlyingRoom(Room room, List<SimulatedSprayerHost> hosts, HttpClient pilot, HubConnection screen) => (this.room, this.hosts, Pilot, this.screen) = (room, hosts, pilot, screen);

    public HttpClient Pilot { get; }

    public string Library => room.Library;

    public static async Task<FlyingRoom> OpenAsync(int vehicles)
    {
        var hosts = new List<SimulatedSprayerHost>();
        var ports = Enumerable.Range(0, vehicles).Select(_ => FreePort()).ToList();
        var room = await Room.OpenAsync(with: o => o with
        {
            Links = [.. ports.Select(p => new LinkUrl(LinkKind.UdpListen, "", p))],
            RefillSimulated = (vehicle, _, litres) => hosts[vehicle.SystemId - 1].With(s => s.Refill(litres)),
        });
        for (var i = 0; i < vehicles; i++)
        {
            var home = new GeoPoint(LatitudeDeg: Lat, LongitudeDeg: Lon - 0.0002 - (i * 0.00005));
            var simulated = new SimulatedSprayer(new SprayerOptions { SystemId = (byte)(i + 1), Home = home, Scripts = ["sprayer_guard.lua"] });
            hosts.Add(new SimulatedSprayerHost(simulated, $"udp:127.0.0.1:{ports[i]}", TimeProvider.System));
        }

        var pilot = await room.BrowserAsync();
        (await pilot.PostAsJsonAsync("/api/control", new { evenFromAnother = true })).EnsureSuccessStatusCode();
        var screen = new HubConnectionBuilder().WithUrl(new Uri(room.Station.Address, "live"), o =>
        {
            o.Cookies = room.Cookies;
            o.Headers["Origin"] = room.Station.Address.ToString().TrimEnd('/');
        }).Build();
        await screen.StartAsync();
        var flying = new FlyingRoom(room, hosts, pilot, screen);
        _ = flying.DrawAsync();
        await flying.UntilAsync(() => room.Station.Ground.Vehicles.Count(v => v.State.Motion is not null) == vehicles, "the vehicles are heard");
        return flying;
    }

    public FlightNow Now(int vehicle) => room.Station.Flights.Of(new VehicleId((byte)vehicle))!.Now(TimeProvider.System.GetUtcNow());

    public string Journal(string job) => File.ReadAllText(Path.Combine(Library, "jobs", job, "journal.jsonl"));

    /// <summary>Keeps the plan of one paddy for so many aircraft, and makes the vehicles ready for it.</summary>
    public async Task PrepareAsync(string job, int drones, object? weather, double sideM = 30)
    {
        await KeepAsync(job, drones, sideM);
        var ready = await ReadyAsync(job, drones, weather);
        ready.IsSuccessStatusCode.ShouldBeTrue(await ready.Content.ReadAsStringAsync());
    }

    public Task<HttpResponseMessage> ReadyAsync(string job, int drones, object? weather) =>
        Pilot.PostAsJsonAsync("/api/flights", new { jobId = job, vehicles = Enumerable.Range(1, drones), weather });

    /// <summary>Keeps the plan alone.</summary>
    public async Task KeepAsync(string job, int drones, double sideM = 30)
    {
        var sheet = JsonNode.Parse(Room.Sample("job.json").GetRawText())!.AsObject();
        (sheet["id"], sheet["name"]) = (job, job);
        var request = new { farm = JsonNode.Parse(Farm(sideM)), sprayer = Room.Sample("sprayer.json"), job = sheet, choices = new { drones } };
        var kept = await Pilot.PutAsJsonAsync($"/api/jobs/{job}", request);
        kept.IsSuccessStatusCode.ShouldBeTrue(await kept.Content.ReadAsStringAsync());
    }

    public Task<HttpResponseMessage> OrderAsync(int vehicle, object order) => Pilot.PostAsJsonAsync($"/api/flights/{vehicle}/order", order);

    public async Task UntilAsync(Func<bool> holds, string what)
    {
        for (var i = 0; i < 1800; i++)
        {
            if (holds()) return;
            await Task.Delay(TimeSpan.FromSeconds(0.1), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"three minutes went by before {what}");
    }

    public async ValueTask DisposeAsync()
    {
        await room.DisposeAsync(); // brings vehicles home first: the screen draws until then
        await closed.CancelAsync();
        await screen.DisposeAsync();
        foreach (var host in hosts) await host.DisposeAsync();
        closed.Dispose();
    }

    private async Task DrawAsync()
    {
        while (!closed.IsCancellationRequested && screen.State == HubConnectionState.Connected)
        {
            await screen.SendAsync("Drawn");
            await Task.Delay(TimeSpan.FromSeconds(0.3), TimeProvider.System);
        }
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.UdpClient(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        return ((System.Net.IPEndPoint)probe.Client.LocalEndPoint!).Port;
    }

    private static string Farm(double sideM)
    {
        var (e, n) = (sideM / (111_320 * Math.Cos(Lat * Math.PI / 180)), sideM / 111_132);
        var ring = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[{Lon},{Lat}],[{Lon + e:F8},{Lat}],[{Lon + e:F8},{Lat + n:F8}],[{Lon},{Lat + n:F8}],[{Lon},{Lat}]");
        var refill = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[{Lon - 0.0002},{Lat}]");
        return $$$"""
            {"type":"FeatureCollection","name":"one paddy","features":[
            {"type":"Feature","id":"P1","properties":{"role":"field","name":"P1"},"geometry":{"type":"Polygon","coordinates":[[{{{ring}}}]]}},
            {"type":"Feature","id":"R","properties":{"role":"refill","name":"R"},"geometry":{"type":"Point","coordinates":{{{refill}}}}}]}
            """;
    }
}
