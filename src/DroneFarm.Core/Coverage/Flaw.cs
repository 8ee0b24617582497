using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Coverage;

/// <summary>A connected piece of ground that stayed dry or was wetted twice.</summary>
/// <param name="At">A point inside it.</param>
/// <param name="LengthM">Of the longer side of its box.</param>
public sealed record Flaw(FlawKind Kind, string FieldId, double AreaM2, double LengthM, GeoPoint At);
