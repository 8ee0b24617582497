using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Storage.Formats.Wpml;

/// <summary>
/// A sortie's way as DJI's waypoint archive (KMZ with wpmz/template.kml and wpmz/waylines.wpml). Only the way: the public WPML has no order for a sprayer, so none
/// is given and the pump stays off. Source: developer.dji.com, Cloud API, "DJI WPML" (namespace 1.0.2).
/// </summary>
public static class WpmlFile
{
    /// <summary>As the format names aircraft; the pilot's program replaces it by its own. 89 is the M350 RTK.</summary>
    private const int DroneType = 89, DroneSubType = 0;

    private const double LeastSecurityHeightM = 1.5, MostTransitionalMps = 15;

    private static readonly XNamespace Kml = "http://www.opengis.net/kml/2.2";
    private static readonly XNamespace Wpml = "http://www.dji.com/wpmz/1.0.2";

    /// <exception cref="IOException">The file cannot be written; an older one is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or file is read-only.</exception>
    public static void Write(string path, Mission mission, double transitSpeedMps) => WholeFile.Write(path, stream => Write(stream, mission, transitSpeedMps));

    public static void Write(Stream stream, Mission mission, double transitSpeedMps)
    {
        var stops = StopsOf(mission, transitSpeedMps);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var overTerrain = mission.Items.Any(i => i.Datum == AltitudeDatum.Terrain);
        Add(zip, "wpmz/template.kml", Document(Config(mission, transitSpeedMps), Template(stops, transitSpeedMps, overTerrain ? "aboveGroundLevel" : "relativeToStartPoint")));
        Add(zip, "wpmz/waylines.wpml", Document(Config(mission, transitSpeedMps), Wayline(stops, transitSpeedMps, overTerrain ? "realTimeFollowSurface" : "relativeToStartPoint")));
    }

    /// <summary>The places in flying order with the speed on the way to each; the same place twice is one.</summary>
    private static List<Stop> StopsOf(Mission mission, double transitSpeedMps)
    {
        var stops = new List<Stop>();
        var speedMps = transitSpeedMps;
        foreach (var item in mission.Items)
        {
            if (item.Command == MissionCommand.ChangeSpeed) speedMps = item.Param2;
            else if (item is { Command: MissionCommand.Waypoint, Place: { } place } && (stops.Count == 0 || stops[^1].Place != place || Math.Abs(stops[^1].HeightM - item.HeightM) > 0.01))
                stops.Add(new Stop(place, item.HeightM, speedMps));
        }

        return stops;
    }

    private static XElement Document(XElement config, XElement folder) =>
        new(Kml + "kml", new XAttribute(XNamespace.Xmlns + "wpml", Wpml.NamespaceName), new XElement(Kml + "Document", config, folder));

    private static XElement Config(Mission mission, double transitSpeedMps) => new(
        Wpml + "missionConfig",
        Item("flyToWaylineMode", "safely"), Item("finishAction", "goHome"), Item("exitOnRCLost", "executeLostAction"), Item("executeRCLostAction", "goBack"),
        Item("takeOffSecurityHeight", Math.Max(LeastSecurityHeightM, mission.Items.Where(i => i.Command == MissionCommand.Takeoff).Select(i => i.HeightM).DefaultIfEmpty(LeastSecurityHeightM).Max())),
        Item("globalTransitionalSpeed", Math.Min(transitSpeedMps, MostTransitionalMps)),
        new XElement(Wpml + "droneInfo", Item("droneEnumValue", DroneType), Item("droneSubEnumValue", DroneSubType)));

    private static XElement Template(List<Stop> stops, double speedMps, string heightMode) => new(
        Kml + "Folder",
        Item("templateType", "waypoint"), Item("templateId", 0),
        new XElement(Wpml + "waylineCoordinateSysParam", Item("coordinateMode", "WGS84"), Item("heightMode", heightMode)),
        Item("autoFlightSpeed", speedMps), Item("globalHeight", stops.Select(s => s.HeightM).DefaultIfEmpty(0).Max()), Item("gimbalPitchMode", "manual"),
        new XElement(Wpml + "globalWaypointHeadingParam", Item("waypointHeadingMode", "followWayline"), Item("waypointHeadingAngle", 0), Item("waypointHeadingPathMode", "followBadArc")),
        Item("globalWaypointTurnMode", "toPointAndStopWithDiscontinuityCurvature"), Item("globalUseStraightLine", 1),
        stops.Select((s, i) => new XElement(
            Kml + "Placemark", Point(s), Item("index", i), Item("ellipsoidHeight", s.HeightM), Item("height", s.HeightM), Item("useGlobalHeight", 0), Item("useGlobalSpeed", 0),
            Item("waypointSpeed", s.SpeedMps), Item("useGlobalHeadingParam", 1), Item("useGlobalTurnParam", 1), Item("useStraightLine", 1))));

    private static XElement Wayline(List<Stop> stops, double speedMps, string heightMode) => new(
        Kml + "Folder",
        Item("templateId", 0), Item("executeHeightMode", heightMode), Item("waylineId", 0), Item("distance", LengthM(stops)), Item("duration", DurationS(stops)), Item("autoFlightSpeed", speedMps),
        stops.Select((s, i) => new XElement(
            Kml + "Placemark", Point(s), Item("index", i), Item("executeHeight", s.HeightM), Item("waypointSpeed", s.SpeedMps),
            new XElement(Wpml + "waypointHeadingParam", Item("waypointHeadingMode", "followWayline"), Item("waypointHeadingAngle", 0), Item("waypointHeadingPathMode", "followBadArc")),
            new XElement(Wpml + "waypointTurnParam", Item("waypointTurnMode", "toPointAndStopWithDiscontinuityCurvature"), Item("waypointTurnDampingDist", 0)),
            Item("useStraightLine", 1))));

    private static XElement Point(Stop stop) => new(
        Kml + "Point", new XElement(Kml + "coordinates", string.Create(CultureInfo.InvariantCulture, $"{Math.Round(stop.Place.LongitudeDeg, 9)},{Math.Round(stop.Place.LatitudeDeg, 9)}")));

    private static XElement Item(string name, string value) => new(Wpml + name, value);

    private static XElement Item(string name, double value) => new(Wpml + name, Math.Round(value, 2).ToString(CultureInfo.InvariantCulture));

    private static double LengthM(List<Stop> stops) => stops.Zip(stops.Skip(1), DistanceM).Sum();

    private static double DurationS(List<Stop> stops) => stops.Zip(stops.Skip(1), (a, b) => DistanceM(a, b) / Math.Max(b.SpeedMps, 0.1)).Sum();

    private static double DistanceM(Stop a, Stop b)
    {
        var alongM = new LocalFrame(a.Place).ToLocal(b.Place).DistanceM(default);
        return Math.Sqrt((alongM * alongM) + Math.Pow(b.HeightM - a.HeightM, 2));
    }

    private static void Add(ZipArchive zip, string name, XElement root)
    {
        using var entry = zip.CreateEntry(name).Open();
        using var xml = XmlWriter.Create(entry, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" });
        root.WriteTo(xml);
    }

    private sealed record Stop(GeoPoint Place, double HeightM, double SpeedMps);
}
