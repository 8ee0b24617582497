using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.FirmwareSim.Autopilot.Missions;

/// <summary>Places to land at instead of home, 46 at most (point 12).</summary>
internal sealed class RallyStore : IItemStore
{
    private readonly List<StoredItem> items = [];

    public MavMissionType Type => MavMissionType.Rally;

    public int Capacity => 46;

    public int Count => items.Count;

    public StoredItem this[int index] => items[index];

    public void Begin(int count)
    {
        if (count < items.Count) items.RemoveRange(count, items.Count - count);
    }

    public MavMissionResult Write(int index, in MissionItemInt item)
    {
        if (item.Command != MavCmd.NavRallyPoint) return MavMissionResult.Unsupported;
        if (Math.Abs((long)item.X) > 900_000_000) return MavMissionResult.InvalidParam5X;
        if (Math.Abs((long)item.Y) > 1_800_000_000) return MavMissionResult.InvalidParam6Y;
        if (!float.IsFinite(item.Z) || Math.Abs(item.Z) > short.MaxValue) return MavMissionResult.InvalidParam7;
        var stored = new StoredItem(item.Command, MavFrame.GlobalRelativeAlt, 0, 0, 0, 0, item.X, item.Y, MathF.Truncate(item.Z));
        if (index == items.Count) items.Add(stored);
        else items[index] = stored;
        return MavMissionResult.Accepted;
    }

    public (MavMissionResult Result, string Text) Complete() => (MavMissionResult.Accepted, "");

    public bool Clear()
    {
        items.Clear();
        return true;
    }
}
