using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Cli.Ground;

/// <summary>What a vehicle gives as the reason of a refusal.</summary>
internal static class Reasons
{
    /// <summary>The vehicle's last text, if it came after the order and is a warning or worse: what it tells in passing is no reason. Null when there is none.</summary>
    public static string? ReasonSince(this VehicleState state, DateTimeOffset ordered) =>
        state.Notice is { } notice && notice.At >= ordered && notice.Value.Severity <= MavSeverity.Warning ? notice.Value.Text : null;
}
