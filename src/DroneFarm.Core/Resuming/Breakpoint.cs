using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Resuming;

/// <summary>Where spraying was interrupted, by what was flown: the last sprayed place of a swath that was not flown to its end.</summary>
/// <param name="AlongM">From the swath's start.</param>
/// <param name="At">When the last of it was sprayed.</param>
public sealed record Breakpoint(string FieldId, int Swath, double AlongM, LocalPoint Place, DateTimeOffset At);
