using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.FirmwareSim.Autopilot.Missions;

/// <summary>
/// The mission. Item 0 is home and cannot be written (point 10). Every arriving item is stored at once, so a broken upload
/// leaves the first items of the new mission before the tail of the old one (point 9).
/// </summary>
internal sealed class MissionStore(Func<StoredItem> home, Func<bool> isFlown, Func<int> capacity) : IItemStore
{
    private readonly List<StoredItem> items = [];
    private int announced;

    public MavMissionType Type => MavMissionType.Mission;

    public int Capacity => capacity();

    public int Count => items.Count;

    /// <summary>Without home, as MISSION_CURRENT.total counts.</summary>
    public int Total => Math.Max(0, items.Count - 1);

    /// <summary>Grows whenever anything is written: who flies the mission must look again.</summary>
    public int Version { get; private set; }

    public StoredItem this[int index] => index == 0 ? home() : items[index];

    public void Begin(int count)
    {
        announced = count;
        if (count >= items.Count) return;
        items.RemoveRange(count, items.Count - count);
        Version++;
    }

    public MavMissionResult Write(int index, in MissionItemInt item)
    {
        var result = ItemRules.Store(item, out var stored);
        if (result != MavMissionResult.Accepted) return result;
        if (stored.Command == MavCmd.DoJump && (stored.Param1 < 1 || stored.Param1 >= Math.Max(announced, items.Count))) return MavMissionResult.Error;
        if (index > items.Count) return MavMissionResult.Error;
        if (index == items.Count) items.Add(stored);
        else items[index] = stored;
        Version++;
        return MavMissionResult.Accepted;
    }

    public (MavMissionResult Result, string Text) Complete() => (MavMissionResult.Accepted, "Flight plan received");

    /// <returns>False while it is being flown (point 14).</returns>
    public bool Clear()
    {
        if (isFlown()) return false;
        items.Clear();
        Version++;
        return true;
    }
}
