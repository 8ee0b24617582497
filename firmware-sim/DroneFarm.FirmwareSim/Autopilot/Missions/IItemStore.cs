using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.FirmwareSim.Autopilot.Missions;

/// <summary>What the transfer microservice writes to and reads from: the mission, the fence or the rally points.</summary>
internal interface IItemStore
{
    MavMissionType Type { get; }

    int Capacity { get; }

    int Count { get; }

    StoredItem this[int index] { get; }

    /// <summary>An upload of so many items begins.</summary>
    void Begin(int count);

    /// <summary>One item of it.</summary>
    MavMissionResult Write(int index, in MissionItemInt item);

    /// <summary>The last item is in.</summary>
    /// <returns>The result for the final MISSION_ACK, and what the vehicle says about it.</returns>
    (MavMissionResult Result, string Text) Complete();

    bool Clear();
}
