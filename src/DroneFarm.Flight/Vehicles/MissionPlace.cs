namespace DroneFarm.Flight.Vehicles;

/// <summary>How far the vehicle says it is in its mission (MISSION_CURRENT).</summary>
/// <param name="Current">The item being flown; 0 is home. DO_* items are passed over in no time.</param>
/// <param name="Total">Items without home (ARDUPILOT.md point 10); null from vehicles that do not say.</param>
/// <param name="State">1 none, 2 not started, 3 active, 4 paused, 5 complete; RTL or BRAKE during a mission shows 2 (point 21). 0 is unknown.</param>
public readonly record struct MissionPlace(int Current, int? Total, int State);
