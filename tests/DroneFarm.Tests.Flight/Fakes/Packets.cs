using DroneFarm.Mavlink;

namespace DroneFarm.Tests.Flight.Fakes;

/// <summary>Messages as they come off the wire: packed and parsed by the real codec.</summary>
internal static class Packets
{
    public static Packet Of<T>(in T message, byte system = 1, byte component = 1)
        where T : struct, IMessage<T> => Parse(new PacketSender(system, component).Pack(in message));

    public static Packet Parse(byte[] frame)
    {
        var found = new List<Packet>();
        new PacketParser().Feed(frame, found);
        return found.ShouldHaveSingleItem();
    }
}
