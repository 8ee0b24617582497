using System.Globalization;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;

namespace DroneFarm.Storage.Formats;

/// <summary>
/// Reads a farm: our own GeoJSON (each feature says its <c>role</c>, see missions/README.md) or any GeoJSON of polygons, each of which is then a field.
/// What is repaired, skipped or refused is a finding; nothing is thrown for bad input.
/// </summary>
public static class FarmFile
{
    /// <summary>The plane of a <see cref="LocalFrame"/> shortens lengths by 0.01 % at 100 km from its origin, by 0.5 % at 600 km.</summary>
    private const double WideFarmM = 200_000, TooWideFarmM = 3_000_000;

    /// <summary>Reads a file, with the .prj of the same name where one lies beside it.</summary>
    /// <param name="datum">What its degrees are measured from; null to believe the file, which means WGS84 unless it says otherwise.</param>
    public static FarmRead Read(string path, Datum? datum = null)
    {
        var findings = new List<Finding>();
        var beside = Path.ChangeExtension(path, ".prj");
        (string, string)? projection = null;
        if (File.Exists(beside) && InputFile.Bytes(beside, findings) is { } text) projection = (Path.GetFileName(beside), System.Text.Encoding.UTF8.GetString(text));
        return findings.Count > 0 ? new FarmRead(null, findings) : Read(JsonInput.Open(path, findings), datum, projection, findings);
    }

    /// <param name="name">What messages call the file.</param>
    public static FarmRead Read(Stream stream, string name, Datum? datum = null)
    {
        var findings = new List<Finding>();
        return Read(JsonInput.From(stream, name, findings), datum, null, findings);
    }

    private static FarmRead Read(JsonInput? input, Datum? datum, (string Name, string Wkt)? projection, List<Finding> findings)
    {
        if (input is null || new GeoJsonReader(input, findings).Read() is not { } read) return new FarmRead(null, findings);
        if (new Georeference(read, findings).ToWgs84(datum, projection) is not { } file) return new FarmRead(null, findings);
        if (DegreeCheck.FaultOf(file) is { } fault)
        {
            findings.Add(fault);
            return new FarmRead(null, findings);
        }

        var land = file.Features.Where(f => f.Shape.Kind == GeoShapeKind.Polygons).SelectMany(f => f.Shape.Points).ToList();
        if (land.Count == 0)
        {
            findings.Add(Finding.Error("file.no-polygons", input.Name, Count(file.Features.Count)));
            return new FarmRead(null, findings);
        }

        var frame = FrameAround(land);
        var farm = file.Features.Any(f => f.Property("role") is not null)
            ? new RoleFarm(file, frame, findings).Build()
            : PlainFarm.Build(file, frame, findings);
        if (farm is { Fields.Count: 0 })
        {
            findings.Add(Finding.Error("file.no-fields", input.Name));
            farm = null;
        }

        CountTurned(input.Name, findings);
        if (farm is not null) farm = CheckWidth(farm, input.Name, land, findings);
        return new FarmRead(farm, findings);
    }

    /// <summary>One word for the file: whoever writes one ring the other way round writes all of them so.</summary>
    private static void CountTurned(string name, List<Finding> findings)
    {
        var turned = findings.RemoveAll(f => f.Code == "field.turned");
        if (turned > 0) findings.Add(Finding.Note("file.rings-turned", name, Count(turned)));
    }

    /// <summary>A frame in the middle of the land, on a rounded origin so that a plan says it in few digits.</summary>
    private static LocalFrame FrameAround(List<GeoPoint> land) => new(new GeoPoint(
        LatitudeDeg: Math.Round((land.Min(p => p.LatitudeDeg) + land.Max(p => p.LatitudeDeg)) / 2, 6),
        LongitudeDeg: Math.Round((land.Min(p => p.LongitudeDeg) + land.Max(p => p.LongitudeDeg)) / 2, 6)));

    private static Farm? CheckWidth(Farm farm, string name, List<GeoPoint> land, List<Finding> findings)
    {
        var radiusM = land.Max(p => farm.Frame.ToLocal(p).DistanceM(default));
        var farFromOrigin = land.Any(p => Math.Abs(p.LatitudeDeg - farm.Frame.Origin.LatitudeDeg) > 30 || Math.Abs(p.LongitudeDeg - farm.Frame.Origin.LongitudeDeg) > 60);
        var widthKm = Count((int)(radiusM * 2 / 1000));
        if (farFromOrigin || radiusM * 2 > TooWideFarmM)
        {
            findings.Add(Finding.Error("file.too-wide", name, widthKm));
            return null;
        }

        if (radiusM * 2 > WideFarmM) findings.Add(Finding.Warning("file.wide", name, widthKm));
        return farm;
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
