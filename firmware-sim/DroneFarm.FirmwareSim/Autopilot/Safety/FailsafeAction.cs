namespace DroneFarm.FirmwareSim.Autopilot.Safety;

/// <summary>What a failsafe does to the vehicle.</summary>
internal enum FailsafeAction
{
    None,
    Land,
    ReturnToLaunch,

    /// <summary>DO_LAND_START of the mission if it has one, else RTL (point 33).</summary>
    LandSequenceOrReturn,

    BrakeOrLand,
}
