using System.Text.Json;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Storage.Formats;

/// <summary>
/// The swaths of a plan for scorers and scripts, JSON Lines: one line a field,
/// <c>{"field_id":"12.0","ms":0.31,"width_m":4.8,"swaths":[[[lon,lat],[lon,lat]],…]}</c>, in flying order, edge passes included.
/// The id is the feature's index in the file that the farm was read from, with the part added, even where features bring ids of their own.
/// </summary>
public static class SwathLines
{
    /// <param name="layingMs">How long it takes to lay a field's swaths, milliseconds; null leaves it out.</param>
    /// <exception cref="IOException">The file cannot be written; an older one is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or file is read-only.</exception>
    public static void Write(string path, Plan plan, Func<FieldPlan, double>? layingMs = null) => WholeFile.Write(path, stream =>
    {
        foreach (var field in plan.Fields)
        {
            using (var json = new Utf8JsonWriter(stream)) WriteField(json, field, plan.Farm.Frame, layingMs?.Invoke(field));
            stream.WriteByte((byte)'\n');
        }
    });

    private static void WriteField(Utf8JsonWriter json, FieldPlan field, LocalFrame frame, double? layingMs)
    {
        json.WriteStartObject();
        json.WriteString("field_id", field.Field.Source is { Length: > 0 } source ? source : field.Field.Id);
        if (layingMs is { } ms) json.WriteNumber("ms", Math.Round(ms, 3));
        if (field.Swaths.Count > 0) json.WriteNumber("width_m", field.Swaths[0].WidthM);
        json.WriteStartArray("swaths");
        var last = default(LocalPoint?);
        foreach (var swath in field.Swaths)
        {
            // Swaths that go on from one another round a bend are one line.
            if (swath.Start != last)
            {
                if (last is not null) json.WriteEndArray();
                json.WriteStartArray();
                WritePoint(json, frame.ToGeo(swath.Start));
            }

            WritePoint(json, frame.ToGeo(swath.End));
            last = swath.End;
        }

        if (last is not null) json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, GeoPoint point)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(point.LongitudeDeg, 9));
        json.WriteNumberValue(Math.Round(point.LatitudeDeg, 9));
        json.WriteEndArray();
    }
}
