using DroneFarm.Flight.Exchanges;
using DroneFarm.Mavlink;

namespace DroneFarm.Flight.Vehicles;

/// <summary>The exchanges of one vehicle: of each topic one runs, the others wait for it. Belongs to the vehicle's loop.</summary>
internal sealed class Conversations(IPeer peer)
{
    private readonly List<Exchange> running = [];
    private readonly List<Exchange> waiting = [];
    private readonly Dictionary<Exchange, TaskCompletionSource> endings = [];

    /// <summary>When the first of them wants to be looked at; null when none does.</summary>
    public DateTimeOffset? Due => running.Min(r => r.Due);

    /// <summary>Starts it, at the next <see cref="Settle"/> or when its topic is free.</summary>
    /// <param name="ended">Told when it is over.</param>
    public void Begin(Exchange exchange, TaskCompletionSource ended)
    {
        endings[exchange] = ended;
        waiting.Add(exchange);
    }

    public void On(Packet packet, DateTimeOffset now)
    {
        foreach (var exchange in running) exchange.On(packet, now);
    }

    public void Tick(DateTimeOffset now)
    {
        foreach (var exchange in running) exchange.Tick(now);
    }

    /// <summary>Ends what is done and starts what waited for its topic, until nothing changes.</summary>
    public void Settle(DateTimeOffset now)
    {
        if (running.Count + waiting.Count == 0) return;
        do
        {
            running.RemoveAll(IsOver);
            waiting.RemoveAll(IsOver);
        }
        while (StartNext(now));
    }

    private bool StartNext(DateTimeOffset now)
    {
        var next = waiting.Find(w => w.Topic is null || running.TrueForAll(r => r.Topic != w.Topic));
        if (next is null) return false;
        waiting.Remove(next);
        running.Add(next);
        next.Start(peer, now);
        return true;
    }

    private bool IsOver(Exchange exchange)
    {
        if (!exchange.IsDone) return false;
        if (endings.Remove(exchange, out var ended)) ended.SetResult();
        return true;
    }
}
