namespace DroneFarm.Flight.Vehicles;

/// <summary>What the vehicle's own database of the terrain holds (TERRAIN_REPORT).</summary>
/// <param name="Pending">Blocks of 4 x 4 heights that it waits for: around it, and around its mission. ArduCopter does not arm for waypoints over the terrain before they are none.</param>
/// <param name="Loaded">Blocks that it has.</param>
/// <param name="GroundM">Of the ground where it is, above sea level; null while it does not know.</param>
public readonly record struct KnownGround(int Pending, int Loaded, double? GroundM);
