using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Benchmarks.Flight;

/// <summary>
/// Fifty simulated sprayers on one UDP port, fifty messages a second each, in real time: how long a packet takes from its arrival to the snapshot that holds it,
/// what memory does, and whether we drop anything. <c>dotnet run -c Release --project tests/DroneFarm.Benchmarks -- vehicles [MINUTES]</c>, one minute by default.
/// </summary>
internal static class FiftyVehicles
{
    private const int Vehicles = 50;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <summary>50 messages a second: what flying asks for, and attitude to fill it up.</summary>
    private static readonly WantedMessage[] Streams =
    [
        WantedMessage.Of<GlobalPositionInt>(10), WantedMessage.Of<ServoOutputRaw>(10), WantedMessage.Of<MissionCurrent>(4), WantedMessage.Of<ExtendedSysState>(2),
        WantedMessage.Of<EkfStatusReport>(2), WantedMessage.Of<GpsRawInt>(2), WantedMessage.Of<SysStatus>(2), WantedMessage.Of<BatteryStatus>(1),
        WantedMessage.Of<DroneFarm.Mavlink.Messages.Wind>(1), WantedMessage.Of<Attitude>(15),
    ];

    public static async Task<int> RunAsync(double minutes)
    {
        var port = FreeUdpPort();
        var arrivals = new Arrivals();
        await using var station = new GroundStation(TimeProvider.System, telemetry: arrivals) { Options = VehicleOptions.ForFlying with { Streams = Streams } };
        var link = station.Open(new LinkUrl(LinkKind.UdpListen, "", port));
        var hosts = Enumerable.Range(1, Vehicles).Select(id => Simulate((byte)id, port)).ToList();
        var watched = new List<IAsyncDisposable>();
        while (watched.Count < Vehicles)
        {
            var vehicle = await station.FindVehicleAsync(TimeSpan.FromSeconds(60)) ?? throw new InvalidOperationException("not all vehicles were heard");
            watched.Add(await vehicle.ObserveAsync(arrivals));
        }

        await Task.Delay(WarmUp, TimeProvider.System);
        var (memory, rates) = (new List<double>(), new List<double>());
        arrivals.Measure();
        long Lost() => station.Vehicles.Sum(v => v.Links.Sum(l => l.Loss.Lost));
        var lostBefore = Lost();
        var (before, watch, cpu) = (link.Counts.Received, Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        while (watch.Elapsed < TimeSpan.FromMinutes(minutes))
        {
            var (came, at) = (link.Counts.Received, watch.Elapsed);
            await Task.Delay(LookEvery, TimeProvider.System);
            rates.Add((link.Counts.Received - came) / (watch.Elapsed - at).TotalSeconds);
            memory.Add(GC.GetTotalMemory(forceFullCollection: true) / 1e6);
        }

        var received = link.Counts.Received - before;
        var dropped = link.Counts.Overrun + station.Vehicles.Sum(v => v.Overrun);
        var cpuShare = (Process.GetCurrentProcess().TotalProcessorTime - cpu) / watch.Elapsed;
        var lost = Lost() - lostBefore;
        Tell($"{Vehicles} vehicles, {minutes:0.##} min, {received} packets, {received / watch.Elapsed.TotalSeconds / Vehicles:0.0} a second and vehicle");
        Tell($"arrival to snapshot: p50 {arrivals.Percentile(0.5):0.00} ms, p99 {arrivals.Percentile(0.99):0.00} ms, p99.9 {arrivals.Percentile(0.999):0.00} ms, most {arrivals.Percentile(1):0.0} ms");
        Tell($"dropped by us: {dropped}; lost before us (sequence gaps): {lost}; processor: {100 * cpuShare:0} % of one core, the 50 simulated vehicles included");
        Tell($"live memory after collection: first {memory[0]:0.0} MB, last {memory[^1]:0.0} MB, most {memory.Max():0.0} MB; growth {Slope(memory):+0.000;-0.000} MB a minute");
        foreach (var observation in watched) await observation.DisposeAsync();
        foreach (var host in hosts) await host.DisposeAsync();
        return dropped == 0 ? 0 : 1;
    }

    private static SimulatedSprayerHost Simulate(byte id, int port) => new(
        new SimulatedSprayer(new SprayerOptions { SystemId = id, Home = new GeoPoint(LatitudeDeg: 32.05 + (id * 1e-3), LongitudeDeg: 120.8), KeepSprayTrace = false }),
        string.Create(CultureInfo.InvariantCulture, $"udp:127.0.0.1:{port}"), TimeProvider.System);

    private static int FreeUdpPort()
    {
        using var probe = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.Client.LocalEndPoint!).Port;
    }

    /// <summary>Of a straight line through the looks, in MB a minute.</summary>
    private static double Slope(List<double> looks)
    {
        if (looks.Count < 2) return 0;
        var (meanX, meanY) = ((looks.Count - 1) / 2.0, looks.Average());
        var slope = looks.Select((y, x) => (x - meanX) * (y - meanY)).Sum() / looks.Select((_, x) => (x - meanX) * (x - meanX)).Sum();
        return slope * (TimeSpan.FromMinutes(1) / LookEvery);
    }

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>When each packet came out of the socket, and how long after it was part of a snapshot.</summary>
    private sealed class Arrivals : IPacketSink, IVehicleObserver
    {
        private readonly ConcurrentDictionary<byte[], long> waiting = new();
        private readonly long[] tenMicroseconds = new long[200_001]; // to 2 s
        private volatile bool measures;

        public void Measure() => measures = true;

        public void Received(DateTimeOffset at, Packet packet) => waiting[packet.Bytes] = Stopwatch.GetTimestamp();

        public void Sent(DateTimeOffset at, ReadOnlyMemory<byte> frame)
        {
        }

        public void Saw(VehicleState before, VehicleState after, Packet? packet, DateTimeOffset now)
        {
            if (packet is not { } seen || !waiting.TryRemove(seen.Bytes, out var arrived) || !measures) return;
            var bucket = (int)Math.Min(tenMicroseconds.Length - 1, Stopwatch.GetElapsedTime(arrived).TotalMilliseconds * 100);
            Interlocked.Increment(ref tenMicroseconds[bucket]);
        }

        public double Percentile(double share)
        {
            var (all, sum) = (tenMicroseconds.Sum(), 0L);
            for (var bucket = 0; bucket < tenMicroseconds.Length; bucket++)
            {
                sum += tenMicroseconds[bucket];
                if (sum >= Math.Ceiling(share * all) && sum > 0) return (bucket + 1) / 100.0;
            }

            return double.NaN;
        }
    }
}
