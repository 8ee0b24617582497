using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Vehicles;

/// <summary>What the satellite receiver says (GPS_RAW_INT).</summary>
/// <param name="Hdop">Horizontal dilution of precision; null when unknown.</param>
public readonly record struct Fix(GpsFixType Type, int Satellites, double? Hdop)
{
    /// <summary>Good enough to fly by: three dimensions or better.</summary>
    public bool Is3d => Type is >= GpsFixType.Type3dFix and <= GpsFixType.Ppp;
}
