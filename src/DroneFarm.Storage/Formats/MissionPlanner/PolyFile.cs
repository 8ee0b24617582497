using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Storage.Formats.Importing;

namespace DroneFarm.Storage.Formats.MissionPlanner;

/// <summary>
/// Mission Planner's polygon: a latitude and a longitude a line, <c>#</c> before a comment. Its old fence files look the same, with the return point before a ring that is closed.
/// </summary>
public static class PolyFile
{
    internal static Layer? Read(ImportFile file, List<Finding> findings)
    {
        var points = new List<GeoPoint>();
        foreach (var (i, raw) in FileText.Decode(file.Bytes, null).Text.Split('\n').Index())
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            if (PointOf(line) is { } point) points.Add(point);
            else
            {
                findings.Add(Finding.Error("text.no-point", file.Name, (i + 1).ToString(CultureInfo.InvariantCulture)));
                return null;
            }
        }

        var isFence = points.Count >= 5 && points[1] == points[^1] && points[0] != points[^1];
        if (isFence) findings.Add(Finding.Note("poly.fence", file.Name));
        var ring = (isFence ? points.Skip(1) : points).ToArray();
        if (ring.Distinct().Count() < 3)
        {
            findings.Add(Finding.Error("text.no-ring", file.Name, ring.Length.ToString(CultureInfo.InvariantCulture)));
            return null;
        }

        var feature = new GeoFeature(0, new RowPlaces(file.Name), 1, null, new Dictionary<string, string> { ["name"] = file.Stem }, new GeoShape(GeoShapeKind.Polygons, [[ring]]));
        return new Layer(FileKind.Poly, new GeoFile(new RowPlaces(file.Name), file.Stem, false, [feature]));
    }

    /// <summary>Writes one ring; Mission Planner has no holes.</summary>
    public static void Write(Stream stream, IReadOnlyList<GeoPoint> ring)
    {
        using var text = new StreamWriter(stream, new System.Text.UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        text.WriteLine("#saved by DroneFarm");
        foreach (var point in ring) text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Math.Round(point.LatitudeDeg, 9)} {Math.Round(point.LongitudeDeg, 9)}"));
    }

    private static GeoPoint? PointOf(string line)
    {
        if (line.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries) is not [var lat, var lon]) return null;
        return double.TryParse(lat, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) && double.TryParse(lon, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            && new GeoPoint(LatitudeDeg: latitude, LongitudeDeg: longitude) is { IsValid: true } point ? point : null;
    }
}
