using DroneFarm.Core.Fields;
using DroneFarm.Storage.Formats.Maps;
using NetTopologySuite.Geometries;

namespace DroneFarm.Storage.Formats;

/// <summary>A farm as our own farm file, in which each feature says its role (missions/README.md).</summary>
public static class FarmGeoJson
{
    /// <exception cref="IOException">The file cannot be written; an older one is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or file is read-only.</exception>
    public static void Write(string path, Farm farm) => WholeFile.Write(path, stream => Write(stream, farm));

    public static void Write(Stream stream, Farm farm)
    {
        using var file = new GeoJsonWriter(stream, farm.Frame, farm.Name, farm.MadeUp);
        Describe(file, farm);
    }

    internal static void Describe(IMapSink file, Farm farm)
    {
        foreach (var f in farm.Fields)
        {
            List<(string, object?)> facts = [("role", "field"), ("id", f.Id), ("name", f.Name)];
            if (f.Crop.Length > 0) facts.Add(("crop", f.Crop));
            if (f.RowDirection is { } rows) facts.Add(("row_direction_deg", rows.Degrees));
            file.Feature("field", f.Boundary, [.. facts]);
        }

        foreach (var z in farm.Zones) file.Feature("zone", z.Shape, ("role", "zone"), ("id", z.Id), ("name", z.Name), ("kind", FieldWords.Of(z.Kind)), ("buffer_m", z.BufferM));
        foreach (var o in farm.Obstacles) file.Feature("obstacle", o.Shape, [.. FactsOf(o)]);
        foreach (var r in farm.RefillPoints)
        {
            Geometry shape = r.Road is { } road ? new LineString([.. road.Select(p => p.ToCoordinate())]) : new Point(r.Place.ToCoordinate());
            List<(string, object?)> facts = [("role", "refill"), ("id", r.Id), ("name", r.Name)];
            if (r.Road is not null) facts.Add(("drive_mps", r.DriveMps));
            file.Feature("refill", shape, [.. facts]);
        }
    }

    private static List<(string, object?)> FactsOf(Obstacle obstacle)
    {
        List<(string, object?)> facts =
        [
            ("role", "obstacle"), ("id", obstacle.Id), ("kind", FieldWords.Of(obstacle.Kind)), ("height_m", obstacle.HeightM), ("clearance_m", obstacle.ClearanceM),
        ];
        if (obstacle.VerticalClearanceM is { } vertical) facts.Add(("vertical_clearance_m", vertical));
        if (obstacle.SprayOver) facts.Add(("spray_over", true));
        return facts;
    }
}
