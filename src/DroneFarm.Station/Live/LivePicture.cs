using DroneFarm.Station.Flights;

namespace DroneFarm.Station.Live;

/// <summary>Everything that moves, ten times a second.</summary>
/// <param name="Control">A mark of the session that has control; null when none has.</param>
/// <param name="ScreenAlive">Whether the pilot's screen was seen drawing lately; without it our heartbeat stops and vehicles come home by themselves.</param>
public sealed record LivePicture(
    DateTimeOffset At, string? Control, bool ScreenAlive, bool Simulated, IReadOnlyList<VehicleNow> Vehicles, IReadOnlyList<LinkNow> Links, IReadOnlyList<AlarmLine> Alarms);
