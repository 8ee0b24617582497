using DroneFarm.FirmwareSim;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.Flight.Radio;

/// <summary>Reads the simulated sprayer's mission at its own plug, with nothing of the exchanges in between: the witness against a false "verified".</summary>
internal sealed class DirectRead(SimulatedSprayer sprayer)
{
    private readonly PacketSender sender = new(250, 190);

    public IReadOnlyList<WireItem> Items()
    {
        var count = Ask<MissionCount>(new MissionRequestList { TargetSystem = 1, TargetComponent = 1 }).Count;
        return [.. Enumerable.Range(0, count).Select(i => WireItem.Of(Ask<MissionItemInt>(new MissionRequestInt { TargetSystem = 1, TargetComponent = 1, Seq = (ushort)i })))];
    }

    private TAnswer Ask<TAnswer>(MissionRequestList request)
        where TAnswer : struct, IMessage<TAnswer> => Answer<TAnswer>(sender.Pack(in request));

    private TAnswer Ask<TAnswer>(MissionRequestInt request)
        where TAnswer : struct, IMessage<TAnswer> => Answer<TAnswer>(sender.Pack(in request));

    private TAnswer Answer<TAnswer>(byte[] question)
        where TAnswer : struct, IMessage<TAnswer>
    {
        sprayer.Receive(question);
        var packets = new List<Packet>();
        var parser = new PacketParser();
        foreach (var frame in sprayer.Step(TimeSpan.Zero)) parser.Feed(frame, packets);
        foreach (var packet in packets)
        {
            if (packet.TryRead(out TAnswer answer)) return answer;
        }

        throw new InvalidOperationException("the vehicle does not answer at its plug");
    }
}
