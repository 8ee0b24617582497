namespace DroneFarm.Flight.Exchanges;

/// <summary>The end of a <see cref="ParameterList"/> or <see cref="ParameterFile"/>.</summary>
/// <param name="Parameters">All of them in the vehicle's order when done; otherwise what came so far.</param>
/// <param name="Missing">How many the vehicle has besides; 0 when done, and when it never said how many there are.</param>
public sealed record ParameterListResult(TransferOutcome Outcome, IReadOnlyList<ParameterValue> Parameters, int Missing);
