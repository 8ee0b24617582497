namespace DroneFarm.Core.Spraying;

/// <summary>
/// How far an aircraft flies between the sprayer's order and what leaves the nozzles, at the starts and ends of swaths. The order on is given this much
/// before a swath's start and the order off this much before its end, so that spray begins and ends on the swath.
/// </summary>
/// <param name="LeastOnM">The least distance from the order on to the first spray, metres: a start moved back by no more never sprays before its swath.</param>
/// <param name="OffM">The mean distance from the order off to the last spray, metres.</param>
/// <param name="Source">Who measured it, on what.</param>
/// <param name="FromRestM">How much further it flies at the least on a swath that begins from rest, where it came down to the field, metres.</param>
/// <remarks>
/// ArduCopter looks at its sprayer three times a second and waits for the second look: spray begins 0.33 to 0.67 s after the order, while the aircraft
/// gathers speed out of its corner (ARDUPILOT.md points 2, 7 and 37). What varies from swath to swath cannot be compensated, only the least of it:
/// so no order makes spray begin before its swath.
/// </remarks>
public sealed record Switching(double LeastOnM, double OffM, string Source, double FromRestM = 0);
