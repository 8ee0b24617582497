namespace DroneFarm.Flight.Exchanges;

/// <summary>The end of <see cref="ParameterGet"/> or <see cref="ParameterSet"/>.</summary>
/// <param name="Value">What the vehicle holds by its last word; null when it gave none.</param>
public sealed record ParameterResult(string Name, ParameterOutcome Outcome, float? Value);
