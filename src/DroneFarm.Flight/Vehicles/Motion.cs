using DroneFarm.Core.Geo;

namespace DroneFarm.Flight.Vehicles;

/// <summary>Where the vehicle is and how it moves (GLOBAL_POSITION_INT).</summary>
/// <param name="HeightM">Above home.</param>
/// <param name="AltitudeM">Above sea level.</param>
/// <param name="SpeedMps">Over ground.</param>
/// <param name="ClimbMps">Up is positive.</param>
/// <param name="Heading">Of the nose; null when the vehicle does not know it.</param>
public sealed record Motion(GeoPoint Place, double HeightM, double AltitudeM, double SpeedMps, double ClimbMps, Heading? Heading);
