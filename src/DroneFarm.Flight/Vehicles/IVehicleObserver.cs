using DroneFarm.Mavlink;

namespace DroneFarm.Flight.Vehicles;

/// <summary>Sees every change of a vehicle in order, on the vehicle's own loop: quick, and never waiting.</summary>
public interface IVehicleObserver
{
    /// <param name="packet">What brought the change; null when it was only time that passed.</param>
    void Saw(VehicleState before, VehicleState after, Packet? packet, DateTimeOffset now);
}
