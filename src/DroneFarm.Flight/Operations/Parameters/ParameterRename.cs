namespace DroneFarm.Flight.Operations.Parameters;

/// <summary>A parameter that ArduPilot 4.7 renamed, most of them because it took metres and degrees for centimetres and hundredths of a degree.</summary>
/// <param name="Before">Its name up to ArduPilot 4.6.</param>
/// <param name="Since">Its name from ArduPilot 4.7 on.</param>
/// <param name="PerOne">The value since 4.7 for a value of 1 before.</param>
internal sealed record ParameterRename(string Before, string Since, double PerOne);
