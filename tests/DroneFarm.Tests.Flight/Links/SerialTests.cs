using System.Diagnostics;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.FirmwareSim;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;
using MissionItem = DroneFarm.Core.Planning.MissionItem;

namespace DroneFarm.Tests.Flight.Links;

/// <summary>The simulated sprayer behind a pair of pseudo terminals, held to the 5,760 bytes a second that a radio at 57,600 baud carries.</summary>
public sealed class SerialTests
{
    private const double BytesPerSecond = 5_760;

    [Fact]
    public async Task Hundred_items_over_a_serial_port_at_57600_baud_are_verified()
    {
        await using var ports = await PortPair.OpenAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var vehicleSide = Task.Run(() => LiveAsync(ports.Vehicle, stop.Token));
        await using var station = new GroundStation(TimeProvider.System) { Options = VehicleOptions.ForErrands };
        station.Open(new LinkUrl(LinkKind.Serial, ports.Ground, 57_600));
        var vehicle = (await station.FindVehicleAsync(TimeSpan.FromSeconds(30), new VehicleId(1), stop.Token)).ShouldNotBeNull();
        var watch = Stopwatch.StartNew();
        WireItem[] items = [.. Enumerable.Range(0, 100).Select(i => WireItem.Of(MissionItem.Waypoint(new GeoPoint(LatitudeDeg: 32 + (i * 1e-5), LongitudeDeg: 120.8), 3)))];
        var result = await vehicle.RunAsync(new VerifiedUpload(MavMissionType.Mission, items), stop.Token);
        result.IsVerified.ShouldBeTrue($"{result}");
        TestContext.Current.TestOutputHelper?.WriteLine($"100 items verified in {watch.Elapsed.TotalSeconds:0.0} s, {result.Uploads} upload(s), junk {station.Links[0].Counts.JunkBytes} bytes");
        station.Links[0].Counts.JunkBytes.ShouldBeGreaterThan(100); // the ASCII at the start was passed over
        await stop.CancelAsync();
        await Task.WhenAny(vehicleSide);
    }

    private static async Task LiveAsync(string device, CancellationToken cancel)
    {
        var sprayer = new SimulatedSprayer(new SprayerOptions { Home = new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.8), KeepSprayTrace = false });
        await using var port = new FileStream(device, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, BufferSize = 0 });
        var heard = new System.Collections.Concurrent.ConcurrentQueue<byte[]>();
        var reading = Task.Run(
            async () =>
            {
                var buffer = new byte[512];
                while (await port.ReadAsync(buffer, cancel) is > 0 and var count) heard.Enqueue(buffer[..count]);
            },
            cancel);
        var (down, up) = (new Queue<byte>(), new Queue<byte>());
        var last = Stopwatch.GetTimestamp();
        while (!cancel.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, cancel);
            var passed = Stopwatch.GetElapsedTime(last);
            last = Stopwatch.GetTimestamp();
            while (heard.TryDequeue(out var bytes))
            {
                foreach (var b in bytes) up.Enqueue(b);
            }

            sprayer.Receive(Take(up, passed));
            foreach (var b in sprayer.Step(passed).SelectMany(f => f)) down.Enqueue(b);
            var now = Take(down, passed);
            if (now.Length > 0) await port.WriteAsync(now, cancel);
        }

        await reading;
    }

    private static byte[] Take(Queue<byte> waiting, TimeSpan passed)
    {
        var count = Math.Min(waiting.Count, (int)(BytesPerSecond * passed.TotalSeconds));
        return [.. Enumerable.Range(0, count).Select(_ => waiting.Dequeue())];
    }
}
