namespace DroneFarm.Tests.Conformance.Ground;

/// <summary>What can take a vehicle out of its swath.</summary>
public enum SprayOffCause
{
    GroundLost,
    RadioLost,
    BatteryLow,
    BatteryCritical,
    FenceBreached,
    GpsLost,
    PilotRtl,
    PilotLand,
    PilotBrake,
    PilotLoiter,
}
