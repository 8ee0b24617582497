using DroneFarm.Flight.Links;
using DroneFarm.Mavlink;

namespace DroneFarm.Flight.Vehicles;

/// <summary>
/// The links on which one vehicle is heard: which of them is spoken over, and what came twice. Owned by the vehicle's loop.
/// </summary>
/// <remarks>
/// A link is kept until it is closed or silent for <see cref="SilentAfter"/> while another hears the vehicle; then the one that heard it last takes over. That is
/// before the vehicle counts as lost, so that a radio that dies beside a living one alarms nobody.
/// </remarks>
internal sealed class VehicleLinks(ILink first)
{
    private static readonly TimeSpan SilentAfter = TimeSpan.FromSeconds(2);

    /// <summary>The same message over another link within this is the same message; heartbeats repeat after a second.</summary>
    private static readonly TimeSpan SameWithin = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromSeconds(5);

    private readonly List<Known> links = [new Known(first)];
    private readonly Dictionary<int, (ILink Over, DateTimeOffset At)> seen = [];
    private DateTimeOffset nextForget;

    public ILink Used { get; private set; } = first;

    /// <summary>How often another link took over.</summary>
    public int Failovers { get; private set; }

    /// <summary>Counts a packet; false when another link has brought it already.</summary>
    public bool Take(Packet packet, ILink over, DateTimeOffset now)
    {
        var link = links.Find(l => l.Link == over);
        if (link is null) links.Add(link = new Known(over));
        link.Loss.Add(packet);
        if (packet.ComponentId == StateReader.Autopilot) (link.Packets, link.LastHeard) = (link.Packets + 1, now);
        if (links.Count == 1) return true;
        Forget(now);
        var key = Key(packet);
        if (seen.TryGetValue(key, out var before) && before.Over != over && now - before.At < SameWithin)
        {
            link.Doubles++;
            return false;
        }

        seen[key] = (over, now);
        return true;
    }

    /// <summary>Chooses the link to speak over; called now and then and at each failing.</summary>
    public void Choose(DateTimeOffset now)
    {
        if (links.Count == 1) return;
        var used = links.Find(l => l.Link == Used)!;
        if (used.Link.State == LinkState.Open && now - used.LastHeard < SilentAfter) return;
        var best = links.Where(l => l.Link.State == LinkState.Open).MaxBy(l => l.LastHeard);
        if (best is null || best == used || best.LastHeard <= used.LastHeard) return;
        Used = best.Link;
        Failovers++;
    }

    public IReadOnlyList<LinkQuality> Look(byte system, DateTimeOffset now) =>
        [.. links.Select(l => new LinkQuality(l.Link, l.Loss.Of(system, StateReader.Autopilot), l.RateHz(now), l.LastHeard, l.Link == Used, l.Doubles))];

    private static int Key(Packet packet)
    {
        var hash = default(HashCode);
        hash.Add(packet.MessageId);
        hash.Add(packet.ComponentId);
        hash.AddBytes(packet.Payload);
        return hash.ToHashCode();
    }

    private void Forget(DateTimeOffset now)
    {
        if (now < nextForget) return;
        nextForget = now + ForgetEvery;
        foreach (var old in seen.Where(s => now - s.Value.At >= SameWithin).Select(s => s.Key).ToList()) seen.Remove(old);
    }

    private sealed class Known(ILink link)
    {
        private long packetsThen;
        private DateTimeOffset then;
        private double rateHz;

        public ILink Link { get; } = link;

        public LossMeter Loss { get; } = new();

        public long Packets { get; set; }

        public long Doubles { get; set; }

        public DateTimeOffset LastHeard { get; set; }

        /// <summary>Over at least a second.</summary>
        public double RateHz(DateTimeOffset now)
        {
            var passed = now - then;
            if (passed < TimeSpan.FromSeconds(1)) return rateHz;
            if (then != default) rateHz = (Packets - packetsThen) / passed.TotalSeconds;
            (packetsThen, then) = (Packets, now);
            return rateHz;
        }
    }
}
