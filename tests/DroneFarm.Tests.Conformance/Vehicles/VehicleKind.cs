namespace DroneFarm.Tests.Conformance.Vehicles;

/// <summary>Who is examined.</summary>
public enum VehicleKind
{
    Simulator,
    Sitl,
}
