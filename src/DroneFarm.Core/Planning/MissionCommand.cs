namespace DroneFarm.Core.Planning;

/// <summary>What a <see cref="MissionItem"/> does. The numbers are MAV_CMD's, so that plans and vehicles speak of the same thing.</summary>
/// <remarks>Source: MAVLink common message set, enum MAV_CMD.</remarks>
public enum MissionCommand
{
    Waypoint = 16,
    ReturnToLaunch = 20,
    Takeoff = 22,
    Yaw = 115,
    ChangeSpeed = 178,
    LandStart = 189,
    Sprayer = 216,
    ScriptMessage = 217,
    FenceInclusionVertex = 5001,
    FenceExclusionVertex = 5002,
    FenceExclusionCircle = 5004,
    RallyPoint = 5100,
}
