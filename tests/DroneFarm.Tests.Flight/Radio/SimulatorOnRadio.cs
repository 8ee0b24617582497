using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim;
using DroneFarm.FirmwareSim.Faults;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink;

namespace DroneFarm.Tests.Flight.Radio;

/// <summary>One exchange and the simulated sprayer at the two ends of a bad radio, in simulated time: the same seed gives the same transfer.</summary>
internal sealed class SimulatorOnRadio : IPeer
{
    private static readonly DateTimeOffset Start = new(2026, 7, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly PacketSender sender = new(255, 190);
    private readonly PacketParser parser = new();
    private readonly List<Packet> heard = [];
    private readonly LossyWire up;
    private readonly LossyWire down;

    /// <param name="loss">Share of packets lost, each way.</param>
    public SimulatorOnRadio(int seed, double loss, int extraParameters = 0)
    {
        var radio = new LossyWireOptions
        {
            Loss = loss,
            Duplication = loss > 0 ? 0.05 : 0,
            Reordering = loss > 0 ? 0.05 : 0,
            Delay = TimeSpan.FromMilliseconds(20),
            Jitter = TimeSpan.FromMilliseconds(10),
        };
        (up, down) = (new(radio, 2 * seed), new(radio, (2 * seed) + 1));
        Sprayer = new SimulatedSprayer(new SprayerOptions
        {
            Home = new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.8), KeepSprayTrace = false, ExtraParameters = extraParameters,
        });
        State = new VehicleState(new VehicleId(1));
        Sprayer.Step(TimeSpan.FromSeconds(6)); // the texts of the start are not what is tested
    }

    public SimulatedSprayer Sprayer { get; }

    /// <summary>Packets of the ground after which the radio is dead both ways; null never.</summary>
    public int? CutAfter { get; set; }

    public int GroundPackets { get; private set; }

    public DateTimeOffset Now => Start + Sprayer.Elapsed;

    public byte SystemId => 1;

    public byte ComponentId => 1;

    public Own Own => Own.GroundStation;

    public VehicleState State { get; private set; }

    public void Send<T>(in T message)
        where T : struct, IMessage<T>
    {
        GroundPackets++;
        if (!(GroundPackets > CutAfter)) up.Put(sender.Pack(in message), Sprayer.Elapsed);
    }

    public TResult Run<TResult>(Exchange<TResult> exchange, TimeSpan? limit = null)
        where TResult : notnull
    {
        var until = Now + (limit ?? TimeSpan.FromHours(1));
        exchange.Start(this, Now);
        while (!exchange.IsDone && Now < until) Step(exchange);
        exchange.IsDone.ShouldBeTrue("the exchange never ended");
        return exchange.Result;
    }

    private void Step(Exchange exchange)
    {
        foreach (var bytes in up.Take(Sprayer.Elapsed)) Sprayer.Receive(bytes);
        foreach (var frame in Sprayer.Step(SimulatedSprayer.StepLength))
        {
            if (!(GroundPackets > CutAfter)) down.Put(frame, Sprayer.Elapsed);
        }

        heard.Clear();
        foreach (var frame in down.Take(Sprayer.Elapsed)) parser.Feed(frame, heard);
        foreach (var packet in heard)
        {
            State = State.After(packet, Now);
            exchange.On(packet, Now);
        }

        exchange.Tick(Now);
    }
}
