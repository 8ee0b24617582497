using DroneFarm.Mavlink.Enums;

namespace DroneFarm.FirmwareSim.Autopilot.Missions;

/// <summary>One item as the vehicle remembers it, which is not quite what it was sent (point 11).</summary>
internal readonly record struct StoredItem(
    MavCmd Command, MavFrame Frame, float Param1, float Param2, float Param3, float Param4, int LatE7, int LonE7, float AltM)
{
    public bool HasPlace => LatE7 != 0 || LonE7 != 0;
}
