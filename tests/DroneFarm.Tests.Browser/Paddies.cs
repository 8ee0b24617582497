using System.Globalization;
using System.Text;

namespace DroneFarm.Tests.Browser;

/// <summary>Farms made for a test, near where the simulated vehicles stand.</summary>
internal static class Paddies
{
    private const double Lon = 120.7995, Lat = 32.0490;

    /// <summary>A row of small square paddies with a refill point beside them.</summary>
    public static string Row(int count, double sideM = 30, double refillEastM = -15)
    {
        var features = new List<string>();
        for (var i = 0; i < count; i++) features.Add(Square($"P{i + 1}", i * (sideM + 3), 0, sideM));
        features.Add($$$"""{"type":"Feature","id":"R","properties":{"role":"refill","name":"Refill"},"geometry":{"type":"Point","coordinates":[{{{At(refillEastM, 0)}}}]}}""");
        return Collection("test paddies", features);
    }

    /// <summary>Many square paddies on a grid, for a district.</summary>
    public static string Grid(int count, double sideM)
    {
        var columns = (int)Math.Ceiling(Math.Sqrt(count));
        return Collection("district", Enumerable.Range(0, count).Select(i => Square($"P{i + 1}", i % columns * (sideM + 3), i / columns * (sideM + 3), sideM)));
    }

    /// <summary>Squares as KML, as somebody draws them in a map program.</summary>
    public static string Kml(int count, double sideM = 30)
    {
        var kml = new StringBuilder("""<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>""");
        for (var i = 0; i < count; i++)
        {
            var ring = string.Join(' ', Ring(i * (sideM + 3), 0, sideM).Select(p => p + ",0"));
            kml.Append(CultureInfo.InvariantCulture, $"<Placemark><name>P{i + 1}</name><Polygon><outerBoundaryIs><LinearRing><coordinates>{ring}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>");
        }

        return kml.Append("</Document></kml>").ToString();
    }

    private static string Square(string id, double eastM, double northM, double sideM) =>
        $$$"""{"type":"Feature","id":"{{{id}}}","properties":{"role":"field","name":"{{{id}}}"},"geometry":{"type":"Polygon","coordinates":[[{{{string.Join(',', Ring(eastM, northM, sideM).Select(p => $"[{p}]"))}}}]]}}""";

    private static string[] Ring(double eastM, double northM, double sideM) =>
        [At(eastM, northM), At(eastM + sideM, northM), At(eastM + sideM, northM + sideM), At(eastM, northM + sideM), At(eastM, northM)];

    private static string At(double eastM, double northM) => string.Create(
        CultureInfo.InvariantCulture, $"{Lon + (eastM / (111_320 * Math.Cos(Lat * Math.PI / 180))):F8},{Lat + (northM / 111_132):F8}");

    private static string Collection(string name, IEnumerable<string> features) => $$"""{"type":"FeatureCollection","name":"{{name}}","features":[{{string.Join(',', features)}}]}""";
}
