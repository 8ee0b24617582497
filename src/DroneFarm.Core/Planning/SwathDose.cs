namespace DroneFarm.Core.Planning;

/// <summary>What a swath gets under a prescription.</summary>
/// <param name="RateLPerHa">Of the spray mixture.</param>
/// <param name="SpeedMps">At which it is flown: the job's, or as much slower or faster as the pump's limits ask for.</param>
/// <param name="GoesOn">It begins where the swath before it ends, and is flown on without a stop.</param>
/// <param name="IsGoneOnFrom">The next swath goes on from it.</param>
public sealed record SwathDose(double RateLPerHa, double SpeedMps, bool GoesOn = false, bool IsGoneOnFrom = false)
{
    /// <summary>Ends at which the aircraft comes to rest: what its time depends on.</summary>
    public int Stops => (GoesOn ? 0 : 1) + (IsGoneOnFrom ? 0 : 1);
}
