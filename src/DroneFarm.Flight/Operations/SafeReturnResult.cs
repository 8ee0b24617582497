namespace DroneFarm.Flight.Operations;

/// <summary>How a vehicle was left.</summary>
/// <param name="Disarmed">Seen disarmed; false when it was not seen so in time.</param>
/// <param name="Sprayer">What is known of its pump.</param>
public sealed record SafeReturnResult(bool Disarmed, SprayerOffOutcome Sprayer);
