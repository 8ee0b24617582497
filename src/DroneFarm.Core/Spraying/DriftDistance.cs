namespace DroneFarm.Core.Spraying;

/// <summary>One measured pair of a <see cref="DriftProfile"/>.</summary>
/// <param name="HeightM">Release height over the crop.</param>
/// <param name="DistanceM">How far downwind spray was found, metres, at the profile's reference wind.</param>
public sealed record DriftDistance(double HeightM, double DistanceM);
