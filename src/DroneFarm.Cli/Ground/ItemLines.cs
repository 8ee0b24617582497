using System.Globalization;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Cli.Ground;

/// <summary>
/// A vehicle's list as Mission Planner and QGroundControl keep it in text (<c>QGC WPL 110</c>; index, current, frame, command, four parameters, latitude,
/// longitude, altitude, autocontinue between tabs). Item by item as it goes over the wire, so that what was downloaded uploads equal.
/// </summary>
internal static class ItemLines
{
    private const string Head = "QGC WPL 110";
    private const int Cells = 12;

    public static IEnumerable<string> Write(IReadOnlyList<WireItem> items) => items.Select((item, i) => string.Join('\t',
        i, i == 0 ? 1 : 0, (int)item.Frame, (int)item.Command, Say(item.P1), Say(item.P2), Say(item.P3), Say(item.P4),
        (item.LatE7 / 1e7).ToString("F7", CultureInfo.InvariantCulture), (item.LonE7 / 1e7).ToString("F7", CultureInfo.InvariantCulture), Say(item.Z), 1)).Prepend(Head);

    /// <summary>The items, or the number from 1 of the first line that is none.</summary>
    public static (IReadOnlyList<WireItem> Items, int? WrongLine) Read(IReadOnlyList<string> lines)
    {
        if (lines.Count == 0 || lines[0].Trim() != Head) return ([], 1);
        var items = new List<WireItem>();
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].Trim().Length == 0) continue;
            if (Item(lines[i].Split('\t', StringSplitOptions.TrimEntries)) is not { } item) return ([], i + 1);
            items.Add(item);
        }

        return (items, null);
    }

    private static WireItem? Item(string[] cells)
    {
        var numbers = new double[Cells];
        if (cells.Length != Cells) return null;
        for (var i = 0; i < Cells; i++)
        {
            if (!double.TryParse(cells[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i])) return null;
        }

        if (Math.Abs(numbers[8]) > 90 || Math.Abs(numbers[9]) > 180) return null;
        return new WireItem(
            (MavCmd)(int)numbers[3], (MavFrame)(int)numbers[2], (float)numbers[4], (float)numbers[5], (float)numbers[6], (float)numbers[7],
            (int)Math.Round(numbers[8] * 1e7), (int)Math.Round(numbers[9] * 1e7), (float)numbers[10]);
    }

    private static string Say(float value) => value.ToString("R", CultureInfo.InvariantCulture);
}
