using DroneFarm.Cli.Time;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.FirmwareSim;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Cli.Flying;

/// <summary>The vehicles of a flight once their links are open: each has a ground station of its own, so that two that share a system id are not taken for one.</summary>
internal sealed class Crew : IAsyncDisposable
{
    private static readonly TimeSpan FindWithin = TimeSpan.FromSeconds(30);

    private readonly Dictionary<int, GroundStation> stations = [];
    private readonly Dictionary<int, SimulatedSprayerHost> simulated = [];
    private readonly double speed;

    private Crew(double speed) => this.speed = speed;

    /// <summary>The vehicles that were heard, by their number.</summary>
    public Dictionary<int, Vehicle> Vehicles { get; } = [];

    public static Crew Open(Roster roster, Plan plan, PacedClock? paced, TimeProvider time, ScreenWatchdog watchdog, IPacketSink telemetry, double speed)
    {
        var crew = new Crew(speed);
        var backlogs = new List<WireBacklog>();
        foreach (var (number, links) in roster.Vehicles)
        {
            var station = new GroundStation(time, watchdog, telemetry)
            {
                Options = roster.Terrain is { } terrain ? VehicleOptions.ForFlying.WithGround(terrain.HeightM) : VehicleOptions.ForFlying,
            };
            crew.stations[number] = station;
            foreach (var link in links) station.Open(link);
            if (links.Count > 0) continue;
            var port = SimulatedVehicle.FreeUdpPort();
            var opened = station.Open(new LinkUrl(LinkKind.UdpListen, "", port));
            crew.simulated[number] = SimulatedVehicle.Start(plan, port, time, number, roster.Terrain is { } ground ? ground.HeightM : null);
            backlogs.Add(new WireBacklog(crew.simulated[number], opened));
        }

        if (backlogs.Count > 0) paced?.StandWhile(() => backlogs.Exists(b => b.IsLong()));
        return crew;
    }

    public IReadOnlyList<Link> LinksOf(int number) => stations[number].Links;

    public SimulatedSprayerHost? Simulated(int number) => simulated.GetValueOrDefault(number);

    /// <returns>The number of a vehicle that is not heard, or 0 when all are.</returns>
    public async Task<int> FindAsync(CancellationToken cancel)
    {
        foreach (var (number, station) in stations)
        {
            var within = simulated.ContainsKey(number) ? FindWithin * speed : FindWithin;
            if (await station.FindVehicleAsync(within, cancel: cancel) is not { } vehicle) return number;
            Vehicles[number] = vehicle;
        }

        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in simulated.Values) await host.DisposeAsync();
        foreach (var station in stations.Values) await station.DisposeAsync();
    }
}
