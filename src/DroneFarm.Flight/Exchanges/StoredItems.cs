using System.Globalization;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Exchanges;

/// <summary>
/// Whether what a vehicle holds is what was sent, with no more tolerance than ArduPilot's storage needs (ARDUPILOT.md points 10 and 11; 4.6.3's
/// AP_Mission, MissionItemProtocol_Fence and _Rally): altitudes cut to a centimetre, a rally point's to a metre, a waypoint's delay to whole seconds,
/// NaN headings to 0, frames 5 and 6 to 0 and 3. Places are exact.
/// </summary>
public static class StoredItems
{
    /// <summary>The first difference in words for the log; null when the vehicle holds what was sent.</summary>
    public static string? FirstDifference(MavMissionType type, IReadOnlyList<WireItem> sent, IReadOnlyList<WireItem> held)
    {
        if (sent.Count != held.Count) return Say($"{held.Count} items instead of {sent.Count}");
        var first = type == MavMissionType.Mission ? 1 : 0; // slot 0 is home
        for (var i = first; i < sent.Count; i++)
        {
            if (Difference(type, sent[i], held[i]) is { } what) return Say($"item {i}: {what}");
        }

        return null;
    }

    private static string? Difference(MavMissionType type, WireItem sent, WireItem held)
    {
        if (held.Command != sent.Command) return Say($"command {(int)held.Command} instead of {(int)sent.Command}");
        if (type == MavMissionType.Fence) return Place(sent, held) ?? Number("parameter 1", sent.P1, held.P1);
        if (type == MavMissionType.Rally)
        {
            return Place(sent, held) ?? Frame(sent, held)
                ?? (MathF.Truncate(sent.Z) == held.Z ? null : Say($"height {held.Z} instead of {sent.Z}"));
        }

        var delay = sent.Command == MavCmd.NavWaypoint;
        return Number("parameter 1", delay ? MathF.Truncate(sent.P1) : sent.P1, held.P1)
            ?? Number("parameter 2", sent.P2, held.P2)
            ?? Number("parameter 3", sent.P3, held.P3)
            ?? Number("parameter 4", float.IsNaN(sent.P4) ? 0 : sent.P4, held.P4)
            ?? (IsPlaceless(sent) ? null : Place(sent, held) ?? Frame(sent, held) ?? Height(sent.Z, held.Z));
    }

    /// <summary>Nothing of a place is said, whatever frame it is said in: DO_ items come back in frame 0.</summary>
    private static bool IsPlaceless(WireItem sent) => sent.Frame == MavFrame.Mission || (sent.LatE7 == 0 && sent.LonE7 == 0 && sent.Z == 0);

    private static string? Place(WireItem sent, WireItem held) => sent.LatE7 == held.LatE7 && sent.LonE7 == held.LonE7
        ? null
        : Say($"at {held.LatE7 / 1e7:F7} {held.LonE7 / 1e7:F7} instead of {sent.LatE7 / 1e7:F7} {sent.LonE7 / 1e7:F7}");

    private static string? Frame(WireItem sent, WireItem held) =>
        Stored(sent.Frame) == Stored(held.Frame) ? null : Say($"frame {(int)held.Frame} instead of {(int)sent.Frame}");

    private static MavFrame Stored(MavFrame frame) => (int)frame switch
    {
        5 => MavFrame.Global,
        6 => MavFrame.GlobalRelativeAlt,
        11 => MavFrame.GlobalTerrainAlt,
        _ => frame,
    };

    private static string? Height(float sent, float held)
    {
        // Cut towards zero at the centimetre; a float's own step may move the cut by one.
        var lost = Math.Abs(sent) - Math.Abs(held);
        return lost is > -0.001f and < 0.0111f ? null : Say($"height {held} instead of {sent}");
    }

    private static string? Number(string name, float sent, float held) =>
        Math.Abs(sent - held) <= 1e-6f * Math.Max(1, Math.Abs(sent)) ? null : Say($"{name} {held} instead of {sent}");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
