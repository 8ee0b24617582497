using DroneFarm.Core.Flights;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink;

namespace DroneFarm.Tests.Flight.Fakes;

/// <summary>One exchange on the bench: a clock moved by hand, what it sends kept in a list, and a vehicle that says what the test says.</summary>
internal sealed class Bench : IPeer
{
    private readonly PacketSender sender = new(255, 190);
    private readonly List<Packet> sent = [];
    private Exchange? exchange;

    public DateTimeOffset Now { get; private set; } = new(2026, 7, 1, 6, 0, 0, TimeSpan.Zero);

    public byte SystemId => 1;

    public byte ComponentId => 1;

    public Own Own => Own.GroundStation;

    public VehicleState State { get; private set; } = new(new VehicleId(1));

    public void Send<T>(in T message)
        where T : struct, IMessage<T> => sent.Add(Packets.Parse(sender.Pack(in message)));

    public TExchange Start<TExchange>(TExchange started)
        where TExchange : Exchange
    {
        exchange = started;
        started.Start(this, Now);
        return started;
    }

    /// <summary>The vehicle says this now.</summary>
    public Bench Says<T>(T message, byte component = 1)
        where T : struct, IMessage<T>
    {
        var packet = Packets.Of(in message, 1, component);
        State = State.After(packet, Now);
        if (packet.TryRead(out DroneFarm.Mavlink.Messages.Statustext text)) State = State.After(new Notice(text.Severity, text.Text.ToText()), Now);
        exchange?.On(packet, Now);
        return this;
    }

    /// <summary>Time passes in steps of 10 ms, with the ticks the exchange asks for.</summary>
    public Bench Passes(double seconds)
    {
        var until = Now + TimeSpan.FromSeconds(seconds);
        while (Now < until)
        {
            Now += TimeSpan.FromMilliseconds(10);
            if (exchange is { IsDone: false }) exchange.Tick(Now);
        }

        return this;
    }

    /// <summary>All messages of a kind sent so far.</summary>
    public List<T> Sent<T>()
        where T : struct, IMessage<T>
    {
        var found = new List<T>();
        foreach (var packet in sent)
        {
            if (packet.TryRead(out T message)) found.Add(message);
        }

        return found;
    }

    public int SentCount => sent.Count;
}
