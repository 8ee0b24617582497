using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.FirmwareSim.Autopilot.Missions;

/// <summary>
/// The fence's areas. Unlike the mission it is taken over as a whole when the last item is in, or refused as a whole
/// (point 13: result 1 and a text).
/// </summary>
internal sealed class FenceStore(Func<int> mostVertices) : IItemStore
{
    /// <summary>The one refusal that is not a failed validation.</summary>
    public const string TooLarge = "Fence exceeds storage size";

    /// <summary>Bytes of storage: a place takes 8, an area's head 2 (type and count), a radius 4, and the whole 4 before and 1 after.</summary>
    private const int PlaceBytes = 8, HeadBytes = 2, RadiusBytes = 4, FrameBytes = 5;

    private readonly List<StoredItem> arriving = [];
    private List<StoredItem> items = [];

    public MavMissionType Type => MavMissionType.Fence;

    public int Capacity => mostVertices() > 70 ? 2_000 : 70;

    public int Count => items.Count;

    public int Version { get; private set; }

    public StoredItem this[int index] => items[index];

    public void Begin(int count)
    {
        arriving.Clear();
        if (count == 0) Clear();
    }

    public MavMissionResult Write(int index, in MissionItemInt item)
    {
        if (item.Command is not (MavCmd.NavFenceReturnPoint or MavCmd.NavFencePolygonVertexInclusion or MavCmd.NavFencePolygonVertexExclusion
            or MavCmd.NavFenceCircleInclusion or MavCmd.NavFenceCircleExclusion)) return MavMissionResult.Unsupported;
        if (Math.Abs((long)item.X) > 900_000_000) return MavMissionResult.InvalidParam5X;
        if (Math.Abs((long)item.Y) > 1_800_000_000) return MavMissionResult.InvalidParam6Y;
        if (!float.IsFinite(item.Param1)) return MavMissionResult.InvalidParam1;
        arriving.Add(new StoredItem(item.Command, MavFrame.Global, item.Param1, 0, 0, 0, item.X, item.Y, 0));
        return MavMissionResult.Accepted;
    }

    public (MavMissionResult Result, string Text) Complete()
    {
        var bytes = FrameBytes;
        for (var i = 0; i < arriving.Count;)
        {
            var item = arriving[i];
            bytes += HeadBytes;
            if (item.Command is not (MavCmd.NavFencePolygonVertexInclusion or MavCmd.NavFencePolygonVertexExclusion))
            {
                if (item.Command != MavCmd.NavFenceReturnPoint && item.Param1 <= 0) return Refuse("Non-positive circle radius");
                bytes += PlaceBytes + RadiusBytes;
                i++;
                continue;
            }

            var corners = (int)item.Param1;
            if (corners is < 3 or > 255) return Refuse("Invalid vertex count");
            for (var k = 0; k < corners; k++)
            {
                if (i + k >= arriving.Count || arriving[i + k].Command != item.Command || (int)arriving[i + k].Param1 != corners)
                    return Refuse("Incorrect item count");
            }

            i += corners;
            bytes += corners * PlaceBytes;
        }

        // A fence of 70 corners is refused for its head, 69 pass (SITL 4.6.3).
        if (bytes > Capacity * PlaceBytes) return Refuse(TooLarge);

        items = [.. arriving];
        arriving.Clear();
        Version++;
        return (MavMissionResult.Accepted, "Fence Indexed OK");
    }

    public bool Clear()
    {
        items = [];
        Version++;
        return true;
    }

    private (MavMissionResult, string) Refuse(string text)
    {
        arriving.Clear();
        return (MavMissionResult.Error, text);
    }
}
