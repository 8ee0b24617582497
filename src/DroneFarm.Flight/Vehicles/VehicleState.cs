using System.Collections.Immutable;
using DroneFarm.Core.Flights;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Vehicles;

/// <summary>All we know of one vehicle at one moment, each value with the moment it was learned. A value: <see cref="After"/> makes the next one.</summary>
/// <param name="LastHeard">The last packet from the autopilot itself; other components and radios do not count.</param>
/// <param name="PreArmOk">The autopilot's own pre-arm checks passed (SYS_STATUS). Says nothing about GUIDED (ARDUPILOT.md point 16).</param>
/// <param name="Reached">The last waypoint it said it reached (MISSION_ITEM_REACHED).</param>
/// <param name="Guard">How often the guard script on board has stopped a running pump since its start (NAMED_VALUE_FLOAT DFGUARD); that it is told is how we know that it runs.</param>
/// <param name="UptimeMs">Since its boot; falls when it rebooted.</param>
/// <param name="Boots">Reboots seen since we first heard it.</param>
public sealed record VehicleState(
    VehicleId Id,
    DateTimeOffset? LastHeard = null,
    Reading<Pulse>? Pulse = null,
    Reading<Motion>? Motion = null,
    Reading<Fix>? Fix = null,
    Reading<EkfStatusFlags>? Ekf = null,
    Reading<Charge>? Battery = null,
    Reading<ServoOutputs>? Servos = null,
    Reading<Breeze>? Wind = null,
    Reading<MissionPlace>? Mission = null,
    Reading<int>? Reached = null,
    Reading<MavLandedState>? Landed = null,
    Reading<bool>? PreArmOk = null,
    Reading<Notice>? Notice = null,
    Reading<Notice>? Failsafe = null,
    Reading<int>? Guard = null,
    Reading<KnownGround>? Ground = null,
    uint UptimeMs = 0,
    int Boots = 0)
{
    /// <summary>Batteries beyond the first, by their number from 0: on ArduPilot liquid is measured by what calls itself a battery. What each is, TankSensors asks.</summary>
    public ImmutableDictionary<byte, Reading<LiquidSensor>> Liquids { get; init; } = ImmutableDictionary<byte, Reading<LiquidSensor>>.Empty;

    /// <summary>Values older than this never decide anything.</summary>
    public static readonly TimeSpan DecidesFor = TimeSpan.FromSeconds(2);

    public bool IsArmed => Pulse is { Value.Armed: true };

    public CopterMode? Mode => Pulse?.Value.Mode;

    /// <summary>Whether the vehicle was silent for <paramref name="limit"/>.</summary>
    public bool IsSilent(DateTimeOffset now, TimeSpan limit) => LastHeard is not { } heard || now - heard >= limit;

    /// <summary>Position known well enough for GUIDED and AUTO: ARDUPILOT.md point 16, from values that are fresh.</summary>
    public bool CanNavigate(DateTimeOffset now) =>
        Ekf.IsFresh(now, DecidesFor) && Fix.IsFresh(now, DecidesFor)
        && Ekf!.Value.Value.HasFlag(EkfStatusFlags.PosHorizAbs) && !Ekf.Value.Value.HasFlag(EkfStatusFlags.ConstPosMode)
        && Fix!.Value.Value.Is3d;

    /// <summary>On the ground by its own word; a vehicle that does not report it is on the ground when disarmed.</summary>
    public bool IsOnGround => Landed is { } landed ? landed.Value == MavLandedState.OnGround : !IsArmed;
}
