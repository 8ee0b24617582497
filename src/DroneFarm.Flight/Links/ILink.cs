using System.Threading.Channels;
using DroneFarm.Mavlink;

namespace DroneFarm.Flight.Links;

/// <summary>One way to reach vehicles: packets in, messages out.</summary>
public interface ILink
{
    /// <summary>What came in, in order; completed when the link is closed. One reader.</summary>
    ChannelReader<Packet> Received { get; }

    /// <summary>What a person calls it; null for links that are no URL.</summary>
    LinkUrl? Url => null;

    LinkState State { get; }

    LinkCounts Counts { get; }

    /// <summary>Hands a message to the pipe without waiting. Like a radio it promises nothing.</summary>
    void Send<T>(in T message)
        where T : struct, IMessage<T>;
}
