namespace DroneFarm.Flight.Operations.Parameters;

/// <summary>A parameter as a preset wants it.</summary>
/// <param name="Change">False where it is only looked at: outputs belong to whoever wired the aircraft.</param>
public sealed record ParameterSetting(string Name, float Value, bool Change = true);
