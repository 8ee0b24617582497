namespace DroneFarm.Flight.Operations.Parameters;

/// <summary>One parameter that is to become another.</summary>
/// <param name="Held">What the vehicle holds; null when it does not know the name, or hides it.</param>
public sealed record ParameterChange(string Name, float? Held, float Wanted);
