using System.Text.Json;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Storage.Formats;

/// <summary>A mission with its fence and rally points as QGroundControl's .plan. Source: docs.qgroundcontrol.com, developer guide, "Plan File Format".</summary>
public static class QgcPlanFile
{
    private const int PlanVersion = 1, MissionVersion = 2, FenceVersion = 2, ShapeVersion = 1, RallyVersion = 2;

    /// <summary>MAV_AUTOPILOT_ARDUPILOTMEGA and MAV_TYPE_HEXAROTOR: which of the multirotors it is changes nothing in the plan.</summary>
    private const int ArduPilot = 3, Hexarotor = 13;

    /// <summary>MAV_FRAME_GLOBAL_RELATIVE_ALT or MAV_FRAME_GLOBAL_TERRAIN_ALT for items with a place or height, MAV_FRAME_MISSION for the others.</summary>
    private const int RelativeFrame = 3, TerrainFrame = 10, MissionFrame = 2;

    /// <summary>QGroundControl's altitude modes (QGroundControlQmlGlobal::AltMode): each item its own, over home, in the terrain frame.</summary>
    private const int MixedMode = 0, RelativeMode = 1, TerrainMode = 4;

    /// <param name="home">Where the sortie starts.</param>
    /// <exception cref="IOException">The file cannot be written; an older one is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or file is read-only.</exception>
    public static void Write(string path, Mission mission, GeoPoint home, double transitSpeedMps, double speedMps) => WholeFile.Write(path, stream =>
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("fileType", "Plan");
        WriteFence(json, FenceShapes.Of(mission));
        json.WriteString("groundStation", "QGroundControl");
        json.WriteStartObject("mission");
        json.WriteNumber("cruiseSpeed", transitSpeedMps);
        json.WriteNumber("firmwareType", ArduPilot);
        json.WriteNumber("globalPlanAltitudeMode", mission.Items.Any(IsOverTerrain) ? MixedMode : RelativeMode);
        json.WriteNumber("hoverSpeed", speedMps);
        json.WriteStartArray("items");
        foreach (var (i, item) in mission.Items.Index()) WriteItem(json, item, i + 1);
        json.WriteEndArray();
        WriteNumbers(json, "plannedHomePosition", home.LatitudeDeg, home.LongitudeDeg, 0);
        json.WriteNumber("vehicleType", Hexarotor);
        json.WriteNumber("version", MissionVersion);
        json.WriteEndObject();
        WriteRally(json, mission);
        json.WriteNumber("version", PlanVersion);
        json.WriteEndObject();
    });

    private static void WriteItem(Utf8JsonWriter json, MissionItem item, int number)
    {
        var hasPlace = item.Place is not null || item.Command == MissionCommand.Takeoff;
        json.WriteStartObject();
        if (hasPlace)
        {
            json.WriteNull("AMSLAltAboveTerrain");
            json.WriteNumber("Altitude", item.HeightM);
            json.WriteNumber("AltitudeMode", IsOverTerrain(item) ? TerrainMode : RelativeMode);
        }

        json.WriteBoolean("autoContinue", true);
        json.WriteNumber("command", (int)item.Command);
        json.WriteNumber("doJumpId", number);
        json.WriteNumber("frame", !hasPlace ? MissionFrame : IsOverTerrain(item) ? TerrainFrame : RelativeFrame);
        WriteNumbers(
            json, "params", item.Param1, item.Param2, item.Param3, item.Param4, item.Place?.LatitudeDeg ?? 0, item.Place?.LongitudeDeg ?? 0, item.HeightM);
        json.WriteString("type", "SimpleItem");
        json.WriteEndObject();
    }

    private static bool IsOverTerrain(MissionItem item) => item.Datum == AltitudeDatum.Terrain;

    private static void WriteFence(Utf8JsonWriter json, FenceShapes fence)
    {
        json.WriteStartObject("geoFence");
        json.WriteStartArray("circles");
        foreach (var circle in fence.Circles)
        {
            json.WriteStartObject();
            json.WriteStartObject("circle");
            WriteNumbers(json, "center", circle.Centre.LatitudeDeg, circle.Centre.LongitudeDeg);
            json.WriteNumber("radius", circle.RadiusM);
            json.WriteEndObject();
            json.WriteBoolean("inclusion", false);
            json.WriteNumber("version", ShapeVersion);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("polygons");
        foreach (var ring in fence.Polygons)
        {
            json.WriteStartObject();
            json.WriteBoolean("inclusion", ring.Inclusion);
            json.WriteStartArray("polygon");
            foreach (var vertex in ring.Vertices) WriteNumbers(json, null, vertex.LatitudeDeg, vertex.LongitudeDeg);
            json.WriteEndArray();
            json.WriteNumber("version", ShapeVersion);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("version", FenceVersion);
        json.WriteEndObject();
    }

    private static void WriteRally(Utf8JsonWriter json, Mission mission)
    {
        json.WriteStartObject("rallyPoints");
        json.WriteStartArray("points");
        foreach (var point in mission.RallyPoints)
        {
            var place = point.Place ?? throw new InvalidOperationException("a rally point without a place");
            WriteNumbers(json, null, place.LatitudeDeg, place.LongitudeDeg, point.HeightM);
        }

        json.WriteEndArray();
        json.WriteNumber("version", RallyVersion);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string? name, params ReadOnlySpan<double> numbers)
    {
        if (name is null) json.WriteStartArray();
        else json.WriteStartArray(name);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
