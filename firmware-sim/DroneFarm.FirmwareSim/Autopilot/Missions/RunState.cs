namespace DroneFarm.FirmwareSim.Autopilot.Missions;

internal enum RunState
{
    /// <summary>Not being flown, whether never begun or left for another mode.</summary>
    Stopped,

    Running,

    Complete,
}
