using System.Globalization;
using System.Text;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Storage.Formats;

/// <summary>
/// A mission as Mission Planner and QGroundControl read it as plain text: <c>QGC WPL 110</c>, then per item index, current, frame, command,
/// four parameters, latitude, longitude, altitude, autocontinue, separated by tabs. Source: mavlink.io, File Formats, "Mission Plain-Text File Format".
/// </summary>
public static class WaypointsFile
{
    /// <summary>MAV_FRAME_GLOBAL for home; MAV_FRAME_GLOBAL_RELATIVE_ALT for all that follows, but MAV_FRAME_GLOBAL_TERRAIN_ALT for waypoints over the terrain.</summary>
    private const int HomeFrame = 0, ItemFrame = 3, TerrainFrame = 10;

    /// <param name="home">Becomes item 0, whose slot the autopilot keeps for home (ARDUPILOT.md point 10).</param>
    /// <exception cref="IOException">The file cannot be written; an older one is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or file is read-only.</exception>
    public static void Write(string path, Mission mission, GeoPoint home) => WholeFile.Write(path, stream =>
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        text.WriteLine("QGC WPL 110");
        text.WriteLine(Line(0, HomeFrame, MissionItem.Waypoint(home, 0)));
        foreach (var (i, item) in mission.Items.Index()) text.WriteLine(Line(i + 1, item.Datum == AltitudeDatum.Terrain ? TerrainFrame : ItemFrame, item));
    });

    private static string Line(int index, int frame, MissionItem item) => string.Join('\t',
        index,
        index == 0 ? 1 : 0,
        frame,
        (int)item.Command,
        Number(item.Param1),
        Number(item.Param2),
        Number(item.Param3),
        Number(item.Param4),
        Degrees(item.Place?.LatitudeDeg),
        Degrees(item.Place?.LongitudeDeg),
        Number(item.HeightM),
        1);

    private static string Number(double value) => value.ToString("F6", CultureInfo.InvariantCulture);

    private static string Degrees(double? value) => (value ?? 0).ToString("F8", CultureInfo.InvariantCulture);
}
