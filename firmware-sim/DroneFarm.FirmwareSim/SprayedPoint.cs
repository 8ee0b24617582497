using DroneFarm.Core.Geo;

namespace DroneFarm.FirmwareSim;

/// <summary>What left the nozzles in one step, and where.</summary>
public readonly record struct SprayedPoint(TimeSpan At, GeoPoint Place, double HeightM, double Litres, Heading Nose = default);
