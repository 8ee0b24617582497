using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Exchanges;

/// <summary>The end of a <see cref="VerifiedUpload"/>.</summary>
/// <param name="Answer">The vehicle's word when it refused.</param>
/// <param name="Difference">The first one found, when the vehicle holds something else.</param>
/// <param name="Uploads">How many uploads it took.</param>
public sealed record VerifiedResult(VerifiedOutcome Outcome, MavMissionType Type, MavMissionResult? Answer, string? Difference, int Uploads)
{
    public bool IsVerified => Outcome == VerifiedOutcome.Verified;
}
