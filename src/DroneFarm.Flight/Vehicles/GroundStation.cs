using System.Collections.Concurrent;
using System.Threading.Channels;
using DroneFarm.Core.Flights;
using DroneFarm.Flight.Links;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Vehicles;

/// <summary>
/// The ground's side of the wire: links, the vehicles found on them by their heartbeat, and our own heartbeat at 2 Hz, which goes out only while the
/// pilot's screen is alive.
/// </summary>
/// <param name="screen">Null when no person watches, as in tests: then the heartbeat always goes out.</param>
/// <param name="telemetry">Where every packet goes besides its purpose; wrapped so that its failure harms nothing.</param>
public sealed class GroundStation(TimeProvider time, ScreenWatchdog? screen = null, IPacketSink? telemetry = null) : IAsyncDisposable
{
    /// <summary>
    /// The vehicle goes home after 5 s without us (ARDUPILOT.md point 23). At 1 Hz and 30 % loss five in a row are lost once in seven minutes; at 2 Hz ten in a
    /// row once in a day.
    /// </summary>
    public static readonly TimeSpan HeartbeatEvery = TimeSpan.FromSeconds(0.5);

    private readonly ConcurrentDictionary<VehicleId, Vehicle> vehicles = new();
    private readonly Channel<Vehicle> found = Channel.CreateUnbounded<Vehicle>();
    private readonly List<Link> ownLinks = [];
    private readonly List<Task> loops = [];
    private volatile IReadOnlyList<ILink> used = [];
    private volatile IReadOnlyList<Forwarding> forwardings = [];
    private readonly CancellationTokenSource stop = new();

    /// <summary>Failures of the telemetry log so far.</summary>
    public SafePacketSink? Telemetry { get; } = telemetry is null ? null : new SafePacketSink(telemetry);

    public VehicleOptions Options { get; init; } = VehicleOptions.ForFlying;

    public Own Own { get; init; } = Own.GroundStation;

    /// <summary>
    /// False stays silent once a vehicle was found: who comes for an errand must not become the ground station whose going makes the vehicle fly home.
    /// </summary>
    public bool KeepsBeating { get; init; } = true;

    /// <summary>The links opened here, in that order.</summary>
    public IReadOnlyList<Link> Links => [.. ownLinks];

    /// <summary>Vehicles heard so far.</summary>
    public IReadOnlyCollection<Vehicle> Vehicles => [.. vehicles.Values];

    /// <summary>Opens a link and keeps it open until the station is disposed.</summary>
    public Link Open(LinkUrl url)
    {
        var link = new Link(url, Own, time, Telemetry);
        ownLinks.Add(link);
        Use(link);
        return link;
    }

    /// <summary>Listens to a link that somebody else owns.</summary>
    public void Use(ILink link)
    {
        used = [.. used, link];
        loops.Add(Task.Run(() => RouteAsync(link)));
        loops.Add(Task.Run(() => BeatAsync(link)));
    }

    /// <summary>Gives a second ground station what is heard on all links; see <see cref="Forwarding"/>.</summary>
    public Forwarding ForwardTo(LinkUrl url, bool maySpeak)
    {
        var forwarding = new Forwarding(new Link(url, Own, time), maySpeak);
        forwardings = [.. forwardings, forwarding];
        loops.Add(Task.Run(() => ListenAsync(forwarding)));
        return forwarding;
    }

    /// <summary>Sends to whoever is on any link.</summary>
    public void SendToAll<T>(in T message)
        where T : struct, IMessage<T>
    {
        foreach (var link in used) link.Send(in message);
    }

    /// <summary>Waits for a vehicle that was not handed out yet; null when none came in time.</summary>
    /// <param name="id">Null for whichever comes first.</param>
    public async Task<Vehicle?> FindVehicleAsync(TimeSpan limit, VehicleId? id = null, CancellationToken cancel = default)
    {
        using var inTime = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(inTime.Token, cancel, stop.Token);
        try
        {
            while (true)
            {
                var vehicle = await found.Reader.ReadAsync(either.Token);
                if (id is null || vehicle.Id == id) return vehicle;
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        foreach (var link in ownLinks) await link.DisposeAsync();
        foreach (var forwarding in forwardings) await forwarding.Link.DisposeAsync();
        foreach (var loop in loops) await loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var vehicle in vehicles.Values) await vehicle.DisposeAsync();
        stop.Dispose();
    }

    private async Task RouteAsync(ILink link)
    {
        try
        {
            await foreach (var packet in link.Received.ReadAllAsync(stop.Token)) Route(link, packet);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    private async Task ListenAsync(Forwarding forwarding)
    {
        try
        {
            await foreach (var packet in forwarding.Link.Received.ReadAllAsync(stop.Token))
            {
                // A vehicle heard through the second station would go round in circles.
                if (vehicles.ContainsKey(new VehicleId(packet.SystemId)) || !forwarding.MaySay(packet)) continue;
                foreach (var link in used.OfType<Link>()) link.Relay(packet);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    private void Route(ILink link, Packet packet)
    {
        foreach (var forwarding in forwardings) forwarding.Hear(packet);
        var id = new VehicleId(packet.SystemId);
        if (!vehicles.TryGetValue(id, out var vehicle))
        {
            if (!IsAutopilot(packet)) return;
            vehicle = new Vehicle(id, link, Own, time, Options);
            if (!vehicles.TryAdd(id, vehicle)) return;
            found.Writer.TryWrite(vehicle);
        }

        vehicle.Deliver(packet, link);
    }

    private static bool IsAutopilot(Packet packet) =>
        packet.ComponentId == StateReader.Autopilot && packet.TryRead(out Heartbeat beat)
        && beat.Autopilot != MavAutopilot.Invalid && beat.Type != MavType.Gcs;

    private async Task BeatAsync(ILink link)
    {
        try
        {
            using var timer = new PeriodicTimer(HeartbeatEvery, time);
            do
            {
                if (screen is { IsAlive: false } || (!KeepsBeating && !vehicles.IsEmpty)) continue;
                link.Send(new Heartbeat { Type = MavType.Gcs, Autopilot = MavAutopilot.Invalid, SystemStatus = MavState.Active, MavlinkVersion = 3 });
            }
            while (await timer.WaitForNextTickAsync(stop.Token));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }
}
