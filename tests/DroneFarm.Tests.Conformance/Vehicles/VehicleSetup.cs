namespace DroneFarm.Tests.Conformance.Vehicles;

/// <summary>What a vehicle is started with.</summary>
/// <param name="Parameters">All that differ from ArduCopter's defaults.</param>
/// <param name="Script">An on-board script found at the start.</param>
public sealed record VehicleSetup(IReadOnlyDictionary<string, double> Parameters, string? Script = null);
