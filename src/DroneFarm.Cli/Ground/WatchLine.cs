using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Cli.Ground;

/// <summary>One vehicle for a script: snake_case names that carry their unit, null for what is not known.</summary>
internal sealed record WatchLine(
    int Vehicle, string? Mode, bool Armed, bool Lost, double? HeardAgeS, double? LatitudeDeg, double? LongitudeDeg, double? HeightM, double? SpeedMps, double? PositionAgeS,
    double? BatteryPercent, double? BatteryV, int? Item, int? Items, string? Notice, double LossShare, double RateHz, double? RoundTripMs, int Links, int Failovers)
{
    public static WatchLine Of(Vehicle vehicle, DateTimeOffset now)
    {
        var state = vehicle.State;
        var used = vehicle.Links.FirstOrDefault(l => l.IsUsed);
        var motion = state.Motion;
        return new WatchLine(
            vehicle.Id.SystemId, state.Mode is { } mode ? ModeName.Of(mode) : null, state.IsArmed, vehicle.IsLost, state.LastHeard is { } heard ? Math.Max(0, (now - heard).TotalSeconds) : null,
            motion?.Value.Place.LatitudeDeg, motion?.Value.Place.LongitudeDeg, motion?.Value.HeightM, motion?.Value.SpeedMps, motion?.Age(now).TotalSeconds,
            state.Battery?.Value.Percent, state.Battery?.Value.VoltageV, state.Mission?.Value.Current, state.Mission?.Value.Total, state.Notice?.Value.Text,
            used?.Loss.Share ?? 0, used?.RateHz ?? 0, vehicle.RoundTrip?.TotalMilliseconds, vehicle.Links.Count, vehicle.Failovers);
    }
}
