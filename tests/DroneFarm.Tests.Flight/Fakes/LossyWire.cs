using DroneFarm.Core.Flights;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.Flight.Fakes;

/// <summary>
/// An exchange and a fake vehicle's item stores at the two ends of a bad radio: packets are lost, doubled and overtake each other, by a seed.
/// Time jumps from event to event, so minutes pass in microseconds.
/// </summary>
internal sealed class LossyWire : IPeer, IReply
{
    private readonly PriorityQueue<(bool ToVehicle, Packet Packet), (DateTimeOffset, long)> inFlight = new();
    private readonly PacketSender ground = new(255, 190);
    private readonly PacketSender air = new(1, 1);
    private readonly Random random;
    private readonly double loss;
    private long order;

    public LossyWire(int seed, double loss)
    {
        (random, this.loss) = (new Random(seed), loss);
        Stores = new()
        {
            [MavMissionType.Mission] = new FakeItemStore(MavMissionType.Mission, 650),
            [MavMissionType.Fence] = new FakeItemStore(MavMissionType.Fence, 70),
            [MavMissionType.Rally] = new FakeItemStore(MavMissionType.Rally, 46),
        };
    }

    public Dictionary<MavMissionType, FakeItemStore> Stores { get; }

    public DateTimeOffset Now { get; private set; } = new(2026, 7, 1, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Packets of the ground after which the radio is dead both ways; null never.</summary>
    public int? CutAfter { get; set; }

    /// <summary>What becomes of a packet on its way (toVehicle, packet): itself, nothing, something else. Null changes nothing.</summary>
    public Func<bool, Packet, IEnumerable<Packet>>? Tamper { get; set; }

    public byte SystemId => 1;

    public byte ComponentId => 1;

    public Own Own => Own.GroundStation;

    public VehicleState State { get; } = new(new VehicleId(1));

    public int GroundPackets { get; private set; }

    private bool IsCut => GroundPackets > CutAfter;

    public void Send<T>(in T message)
        where T : struct, IMessage<T>
    {
        GroundPackets++;
        Carry(toVehicle: true, ground.Pack(in message));
    }

    void IReply.Send<T>(in T message) => Carry(toVehicle: false, air.Pack(in message));

    void IReply.Ack(MavMissionType type, MavMissionResult result) =>
        ((IReply)this).Send(new MissionAck { TargetSystem = 255, TargetComponent = 190, Type = result, MissionType = type });

    public TResult Run<TResult>(Exchange<TResult> exchange)
        where TResult : notnull
    {
        exchange.Start(this, Now);
        while (!exchange.IsDone)
        {
            var nextTick = Now + TimeSpan.FromMilliseconds(50);
            if (exchange.Due is { } due && due < nextTick) nextTick = due > Now ? due : Now;
            if (inFlight.TryPeek(out _, out var first) && first.Item1 <= nextTick)
            {
                Now = first.Item1;
                var (toVehicle, packet) = inFlight.Dequeue();
                if (toVehicle) Vehicle(packet);
                else exchange.On(packet, Now);
            }
            else
            {
                Now = nextTick;
                foreach (var store in Stores.Values) store.Tick(this, Now);
                exchange.Tick(Now);
            }
        }

        return exchange.Result;
    }

    private void Carry(bool toVehicle, byte[] frame)
    {
        if (IsCut) return;
        var packet = Packets.Parse(frame);
        foreach (var becomes in Tamper?.Invoke(toVehicle, packet) ?? [packet]) Carry(toVehicle, becomes);
    }

    private void Carry(bool toVehicle, Packet packet)
    {
        var copies = loss > 0 && random.NextDouble() < 0.05 ? 2 : 1;
        for (var copy = 0; copy < copies; copy++)
        {
            if (random.NextDouble() < loss) continue;
            var late = loss > 0 && random.NextDouble() < 0.05 ? 150 : 0;
            inFlight.Enqueue((toVehicle, packet), (Now + TimeSpan.FromMilliseconds(20 + random.Next(10) + late), order++));
        }
    }

    private void Vehicle(Packet packet)
    {
        if (packet.TryRead(out MissionCount count)) Stores[count.MissionType].Count(count.Count, this, Now);
        else if (packet.TryRead(out MissionItemInt item)) Stores[item.MissionType].Item(item, this, Now);
        else if (packet.TryRead(out MissionRequestList list)) Stores[list.MissionType].List(this);
        else if (packet.TryRead(out MissionRequestInt request)) Stores[request.MissionType].Read(request.Seq, this);
        else if (packet.TryRead(out MissionClearAll clear))
        {
            Stores[clear.MissionType].Items.Clear();
            ((IReply)this).Ack(clear.MissionType, MavMissionResult.Accepted);
        }
    }
}
