namespace DroneFarm.Core.Flights;

/// <summary>A vehicle as the wire names it: its MAVLink system id, 1 to 255.</summary>
public readonly record struct VehicleId(byte SystemId)
{
    public override string ToString() => SystemId.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
