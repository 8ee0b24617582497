using System.Text.Encodings.Web;
using System.Text.Json;
using DroneFarm.Core.Spraying.Prescriptions;

namespace DroneFarm.Storage.Formats;

/// <summary>Writes a prescription as the GeoJSON that <see cref="PrescriptionFile"/> reads, whatever format it came in: read again it is the same.</summary>
public static class PrescriptionGeoJson
{
    private const string Rate = "rate_l_per_ha";

    /// <param name="stream">Stays open.</param>
    /// <param name="prescription">Its places are written in longitude and latitude on WGS84, its rates in L/ha.</param>
    public static void Write(Stream stream, Prescription prescription)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("name", prescription.Name);
        json.WriteStartArray("features");
        foreach (var zone in prescription.Zones) Feature(json, IdOf(zone), zone.RateLPerHa, () => Polygon(json, zone));
        if (prescription.ElsewhereLPerHa is { } elsewhere) Feature(json, null, elsewhere, json.WriteNullValue);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Feature(Utf8JsonWriter json, string? id, double rateLPerHa, Action geometry)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        if (id is not null) json.WriteString("id", id);
        json.WriteStartObject("properties");
        json.WriteNumber(Rate, rateLPerHa);
        json.WriteEndObject();
        json.WritePropertyName("geometry");
        geometry();
        json.WriteEndObject();
    }

    private static void Polygon(Utf8JsonWriter json, RateZone zone)
    {
        json.WriteStartObject();
        json.WriteString("type", "Polygon");
        json.WritePropertyName("coordinates");
        JsonSerializer.Serialize(json, zone.Rings.Select(ring => ring.Select(LonLat.Position)));
        json.WriteEndObject();
    }

    /// <summary>Reading numbers the parts of an area behind its own name; without the number they are parts of it again.</summary>
    private static string IdOf(RateZone zone) => zone.Id.LastIndexOf('/') is > 0 and var slash ? zone.Id[..slash] : zone.Id;
}
