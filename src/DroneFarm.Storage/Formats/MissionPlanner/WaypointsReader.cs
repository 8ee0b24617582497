using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Storage.Formats.Importing;

namespace DroneFarm.Storage.Formats.MissionPlanner;

/// <summary>
/// Takes the ground out of a list of items (<c>QGC WPL 110</c>): inclusion fences as fields, exclusions as obstacles of unknown height. A mission has no ground in it.
/// Source: mavlink.io, "Mission Plain-Text File Format"; MAV_CMD_NAV_FENCE_*.
/// </summary>
internal static class WaypointsReader
{
    private const int InclusionVertex = 5001, ExclusionVertex = 5002, ExclusionCircle = 5004, Cells = 12;

    public static Layer? Read(ImportFile file, List<Finding> findings)
    {
        var items = new List<(int Command, double Param1, GeoPoint Place, int Line)>();
        foreach (var (i, line) in FileText.Decode(file.Bytes, null).Text.Split('\n').Index().Skip(1))
        {
            if (line.Trim().Length == 0) continue;
            if (ItemOf(line, i + 1) is { } item) items.Add(item);
            else
            {
                findings.Add(Finding.Error("text.no-item", file.Name, Say(i + 1)));
                return null;
            }
        }

        var drawn = new DrawnFarm(file.Name);
        var others = 0;
        for (var i = 0; i < items.Count;)
        {
            var (command, param1, place, line) = items[i];
            if (command is InclusionVertex or ExclusionVertex)
            {
                var count = (int)Math.Clamp(param1, 0, items.Count);
                var ring = items.Skip(i).TakeWhile(v => v.Command == command && v.Param1 == param1).Take(count).Select(v => v.Place).ToArray();
                if (ring.Length < 3 || ring.Length < count)
                {
                    findings.Add(Finding.Error("text.fence-cut", file.Name, Say(line), Say(ring.Length), Say(count)));
                    return null;
                }

                if (command == InclusionVertex) drawn.AddFence(ring, findings);
                else drawn.AddBarrier(ring, findings);
                i += count;
                continue;
            }

            if (command == ExclusionCircle && param1 is > 0 and < 20_000) drawn.AddBarrier(DrawnFarm.Circle(place, param1), findings);
            else others++;
            i++;
        }

        if (others > 0) findings.Add(Finding.Note("text.items-skipped", file.Name, Say(others)));
        return new Layer(FileKind.Waypoints, new GeoFile(new RowPlaces(file.Name), file.Stem, false, drawn.Features));
    }

    private static (int, double, GeoPoint, int)? ItemOf(string line, int number)
    {
        var cells = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var values = new double[Cells];
        if (cells.Length != Cells) return null;
        for (var i = 0; i < Cells; i++)
        {
            if (!double.TryParse(cells[i], NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]) || !double.IsFinite(values[i])) return null;
        }

        return new GeoPoint(LatitudeDeg: values[8], LongitudeDeg: values[9]) is { IsValid: true } place && Math.Abs(values[3]) < 1e6 ? ((int)values[3], values[4], place, number) : null;
    }

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);
}
