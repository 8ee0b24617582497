using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Vehicles;

/// <summary>A message we want from the vehicle, and how often. ArduPilot sends only its heartbeat unasked (ARDUPILOT.md point 28).</summary>
public sealed record WantedMessage(uint MessageId, string Name, TimeSpan Interval)
{
    /// <summary>What flying a job needs. The two at 10 Hz make the flown line and its flow.</summary>
    public static IReadOnlyList<WantedMessage> ForFlying { get; } =
    [
        Of<GlobalPositionInt>(10),
        Of<ServoOutputRaw>(10),
        Of<MissionCurrent>(4),
        Of<ExtendedSysState>(2),
        Of<EkfStatusReport>(2),
        Of<GpsRawInt>(2),
        Of<SysStatus>(2),
        Of<BatteryStatus>(2),
        Of<Wind>(1),
        Of<TerrainReport>(1),
    ];

    public static WantedMessage Of<T>(double rateHz)
        where T : struct, IMessage<T> => new(T.Id, T.Name, TimeSpan.FromSeconds(1 / rateHz));
}
