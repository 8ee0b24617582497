namespace DroneFarm.Flight.Operations;

/// <summary>The end of a <see cref="Launch"/>.</summary>
/// <param name="Reason">The vehicle's last words on why not; empty when it gave none.</param>
public sealed record LaunchResult(LaunchOutcome Outcome, string Reason);
