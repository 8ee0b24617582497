namespace DroneFarm.Station.Vehicles;

/// <summary>A parameter with the value that it has or shall have.</summary>
public sealed record ParameterWish(string Name, float Value);
