using System.Globalization;
using System.Net;
using DroneFarm.Cli.Flying;
using DroneFarm.Cli.Jobs;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim;
using DroneFarm.Flight.Links;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Cli.Serving;

/// <summary>Simulated sprayers for the ground station, standing side by side at the sample farm's refill point, full tanks. The station knows them from their wire alone.</summary>
internal sealed class SimulatedFleet : IAsyncDisposable
{
    /// <summary>Degrees of longitude between two of them on the ground, about 5 m.</summary>
    private const double StepDeg = 0.00005;

    private readonly List<SimulatedSprayerHost> hosts = [];
    private readonly IReadOnlyList<int> ports;
    private readonly TimeProvider time;

    private SimulatedFleet(IReadOnlyList<int> ports, TimeProvider time) => (this.ports, this.time) = (ports, time);

    /// <summary>One for each: a listening link answers to whoever spoke last.</summary>
    public IReadOnlyList<LinkUrl> Links => [.. ports.Select(p => new LinkUrl(LinkKind.UdpListen, "", p))];

    /// <summary>They start later, when the station listens.</summary>
    public static SimulatedFleet Prepare(int count, TimeProvider time) => new([.. Enumerable.Range(0, count).Select(_ => SimulatedVehicle.FreeUdpPort())], time);

    public void Start()
    {
        var sprayer = SprayerFile.Read(Samples.Sprayer).Sprayer ?? throw new InvalidOperationException("the sample sprayer cannot be read");
        var farm = FarmFile.Read(Samples.Farm).Farm ?? throw new InvalidOperationException("the sample farm cannot be read");
        var first = farm.Frame.ToGeo(farm.RefillPoints[0].Place);
        for (var i = 0; i < ports.Count; i++)
        {
            var home = new GeoPoint(LatitudeDeg: first.LatitudeDeg, LongitudeDeg: first.LongitudeDeg + (i * StepDeg));
            var host = SimulatedVehicle.Start(sprayer, home, $"udp:{IPAddress.Loopback}:{ports[i].ToString(CultureInfo.InvariantCulture)}", time, systemId: (byte)(i + 1));
            host.With(s => s.Refill());
            hosts.Add(host);
        }
    }

    /// <summary>One that stands elsewhere is carried to the refill point first: any farm can be flown.</summary>
    public void Refill(VehicleId vehicle, GeoPoint refillPoint, double litres)
    {
        if (vehicle.SystemId < 1 || vehicle.SystemId > hosts.Count) return;
        var host = hosts[vehicle.SystemId - 1];
        SimulatedVehicle.Carry(host, refillPoint);
        SimulatedVehicle.Refill(host, litres);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts) await host.DisposeAsync();
    }
}
