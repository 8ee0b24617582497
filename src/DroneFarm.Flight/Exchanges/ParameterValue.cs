using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Exchanges;

/// <summary>One parameter as the vehicle holds it. Whole numbers come as floats too; the type says how it is stored.</summary>
public sealed record ParameterValue(string Name, float Value, MavParamType Type);
