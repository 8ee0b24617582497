namespace DroneFarm.Station.Live;

/// <summary>Where a vehicle is and how it moves.</summary>
public sealed record PlaceNow(double Lon, double Lat, double HeightM, double SpeedMps, double ClimbMps, double? HeadingDeg);
