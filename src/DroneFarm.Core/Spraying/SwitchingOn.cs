namespace DroneFarm.Core.Spraying;

/// <summary>How far an aircraft flies from the order on to the first spray when it came to the order by a straight way of one length.</summary>
/// <param name="ApproachM">That way, metres, flown at the spraying height; 0 where the aircraft came down to the swath, or stood.</param>
/// <param name="LeastM">The least distance, metres: a start moved back by no more never sprays before its swath.</param>
/// <param name="MeanM">The mean distance, metres.</param>
public sealed record SwitchingOn(double ApproachM, double LeastM, double MeanM);
