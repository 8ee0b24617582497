using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Flight.Operations;

/// <summary>How much of its mission's way a flight has come, 0 to 1.</summary>
/// <param name="since">When the flight was first followed. What the vehicle reported before is the last flight's: an item stands until the mission is begun anew.</param>
internal sealed class FlightShare(MissionShape shape, DateTimeOffset since)
{
    private double last;

    /// <summary>0 until an item of this flight was reported; item 0, which a vehicle reports once it has disarmed, takes nothing back.</summary>
    public double Of(VehicleState state)
    {
        if (state.Mission is { Value.Current: > 0 and var current } mission && mission.At >= since) Volatile.Write(ref last, shape.Fraction(current, state.Motion?.Value.Place));
        return Volatile.Read(ref last);
    }
}
