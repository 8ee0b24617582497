using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;

namespace DroneFarm.Storage.Formats;

/// <summary>Features with roles, for formats that know areas and places but not what they mean to us.</summary>
/// <param name="fileName">What messages call the file.</param>
internal sealed class DrawnFarm(string fileName)
{
    private const int CircleCorners = 36;

    private readonly RowPlaces places = new(fileName);
    private readonly List<GeoFeature> features = [];

    public IReadOnlyList<GeoFeature> Features => features;

    public void AddField(string name, GeoPoint[] ring) => Add("field", name, new GeoShape(GeoShapeKind.Polygons, [[ring]]));

    /// <summary>A fence that the vehicle must stay in, for want of a better boundary.</summary>
    public void AddFence(GeoPoint[] ring, List<Finding> findings)
    {
        AddField($"fence {Say(features.Count + 1)}", ring);
        findings.Add(Finding.Warning("fence.as-field", fileName, features[^1].Id!));
    }

    /// <summary>Ground that the vehicle must stay out of: an obstacle too high to fly over.</summary>
    public void AddBarrier(GeoPoint[] ring, List<Finding> findings)
    {
        Add("obstacle", $"keep-out {Say(features.Count + 1)}", new GeoShape(GeoShapeKind.Polygons, [[ring]]), ("kind", "other"), ("height_m", "1000"), ("clearance_m", "2"));
        findings.Add(Finding.Warning("fence.as-obstacle", fileName, features[^1].Id!));
    }

    public void AddRefill(string name, GeoPoint place) => Add("refill", name, new GeoShape(GeoShapeKind.Points, [[[place]]]));

    /// <summary>A polygon around a circle, nowhere nearer to its middle than the radius.</summary>
    public static GeoPoint[] Circle(GeoPoint centre, double radiusM)
    {
        var frame = new LocalFrame(centre);
        var reachM = radiusM / Math.Cos(Math.PI / CircleCorners);
        return [.. Enumerable.Range(0, CircleCorners).Select(i => Math.SinCos(2 * Math.PI * i / CircleCorners)).Select(a => frame.ToGeo(new LocalPoint(reachM * a.Cos, reachM * a.Sin)))];
    }

    private void Add(string role, string name, GeoShape shape, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var properties = new Dictionary<string, string> { ["role"] = role, ["name"] = name };
        foreach (var (key, value) in more) properties[key] = value;
        features.Add(new GeoFeature(features.Count, places, features.Count + 1, name, properties, shape));
    }

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);
}
