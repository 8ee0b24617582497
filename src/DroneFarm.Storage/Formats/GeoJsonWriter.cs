using System.Text.Encodings.Web;
using System.Text.Json;
using DroneFarm.Core.Geo;
using DroneFarm.Storage.Formats.Maps;
using NetTopologySuite.Geometries;

namespace DroneFarm.Storage.Formats;

/// <summary>Writes a GeoJSON FeatureCollection (RFC 7946), one feature a line, from geometry of one local frame.</summary>
internal sealed class GeoJsonWriter : IMapSink, IDisposable
{
    private readonly Stream stream;
    private readonly LocalFrame frame;
    private readonly Utf8JsonWriter json;

    public GeoJsonWriter(Stream stream, LocalFrame frame, string name, bool madeUp)
    {
        this.stream = stream;
        this.frame = frame;
        json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("name", name);
        if (madeUp) json.WriteBoolean("made_up", true);
        json.WriteStartArray("features");
    }

    /// <param name="properties">Texts, whole numbers, numbers (three decimals), moments or null.</param>
    public void Feature(string layer, Geometry shape, params ReadOnlySpan<(string Name, object? Value)> properties)
    {
        json.Flush();
        stream.WriteByte((byte)'\n');
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("layer", layer);
        foreach (var (name, value) in properties) Property(name, value);
        json.WriteEndObject();
        json.WritePropertyName("geometry");
        if (shape.IsEmpty) json.WriteNullValue();
        else Shape(shape);
        json.WriteEndObject();
    }

    public void Dispose()
    {
        json.WriteEndArray();
        json.WriteEndObject();
        json.Dispose();
        stream.WriteByte((byte)'\n');
    }

    private void Property(string name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case string text: json.WriteString(name, text); break;
            case bool choice: json.WriteBoolean(name, choice); break;
            case int number: json.WriteNumber(name, number); break;
            case double number: json.WriteNumber(name, Math.Round(number, 3)); break;
            case DateTimeOffset moment: json.WriteString(name, moment.ToUniversalTime()); break;
            default: throw new ArgumentException($"no property can be a {value.GetType().Name}", nameof(value));
        }
    }

    private void Shape(Geometry shape)
    {
        json.WriteStartObject();
        json.WriteString("type", shape.GeometryType);
        json.WritePropertyName(shape.GeometryType == "GeometryCollection" ? "geometries" : "coordinates");
        switch (shape)
        {
            case Point point: Position(LonLat.Position(frame, LocalPoint.From(point.Coordinate))); break;
            case LineString line: Line(LonLat.Positions(frame, line.Coordinates)); break;
            case Polygon polygon: Rings(polygon); break;
            case MultiPoint points: List(points.Geometries, p => Position(LonLat.Position(frame, LocalPoint.From(p.Coordinate)))); break;
            case MultiLineString lines: List(lines.Geometries, l => Line(LonLat.Positions(frame, l.Coordinates))); break;
            case MultiPolygon polygons: List(polygons.Geometries, p => Rings((Polygon)p)); break;
            case GeometryCollection others: List(others.Geometries, Shape); break;
            default: throw new ArgumentException($"GeoJSON has no {shape.GeometryType}", nameof(shape));
        }

        json.WriteEndObject();
    }

    /// <summary>RFC 7946, section 3.1.6: shells counter-clockwise, holes clockwise.</summary>
    private void Rings(Polygon polygon)
    {
        var right = (Polygon)polygon.Normalized().Reverse();
        List(LonLat.Rings(frame, right), Line);
    }

    private void Line(double[][] line) => List(line, Position);

    private void Position(double[] position)
    {
        json.WriteStartArray();
        json.WriteNumberValue(position[0]);
        json.WriteNumberValue(position[1]);
        json.WriteEndArray();
    }

    private void List<T>(IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }
}
