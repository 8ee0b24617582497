using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Tests.Flight.Fakes;

/// <summary>The fake vehicle's mouth.</summary>
internal interface IReply
{
    void Send<T>(in T message)
        where T : struct, IMessage<T>;

    void Ack(MavMissionType type, MavMissionResult result);
}
