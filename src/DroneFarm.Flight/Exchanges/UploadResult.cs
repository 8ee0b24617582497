using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Exchanges;

/// <summary>The end of a <see cref="MissionUpload"/>.</summary>
/// <param name="Answer">The vehicle's last word that decided; null when none did.</param>
/// <param name="Sent">Items sent at least once.</param>
public sealed record UploadResult(TransferOutcome Outcome, MavMissionResult? Answer, int Sent);
