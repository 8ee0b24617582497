using System.Globalization;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;

namespace DroneFarm.Storage.Formats;

/// <summary>Makes a farm of features whose place is known.</summary>
internal static class FarmBuild
{
    /// <summary>The plane of a <see cref="LocalFrame"/> shortens lengths by 0.01 % at 100 km from its origin, by 0.5 % at 600 km.</summary>
    private const double WideFarmM = 200_000, TooWideFarmM = 3_000_000;

    /// <summary>Layers of our own maps of plans and of what was sprayed: zones of such a map would be taken as land.</summary>
    private static readonly HashSet<string?> WorkLayers =
        ["zone", "obstacle", "refill", "sprayable", "headland", "mainland", "cell", "swath", "sortie", "transit", "fence", "pass", "sprayed", "doubled", "missed", "off-target"];

    /// <param name="file">In longitude and latitude on WGS84.</param>
    /// <returns>Null, and an error among the findings, when nothing may be planned on it.</returns>
    public static Farm? Of(GeoFile file, Tally tally, List<Finding> findings)
    {
        if (file.Features.FirstOrDefault(f => f.Property("role") is null && WorkLayers.Contains(f.Property("layer"))) is { } work)
        {
            findings.Add(Finding.Error("import.map-not-farm", work.From.Name, work.Line, work.Property("layer")!));
            return null;
        }

        if (DegreeCheck.FaultOf(file) is { } fault)
        {
            findings.Add(fault);
            return null;
        }

        var land = file.Features.Where(f => f.Shape.Kind == GeoShapeKind.Polygons).SelectMany(f => f.Shape.Points).ToList();
        if (land.Count == 0)
        {
            findings.Add(Finding.Error("file.no-polygons", file.Input.Name, Count(file.Features.Count)));
            return null;
        }

        var frame = FrameAround(land);
        var farm = file.Features.Any(f => f.Property("role") is not null)
            ? new RoleFarm(file, frame, tally, findings).Build()
            : PlainFarm.Build(file, frame, tally, findings);
        if (farm is { Fields.Count: 0 })
        {
            findings.Add(Finding.Error("file.no-fields", file.Input.Name));
            farm = null;
        }

        CountTurned(file.Input.Name, findings);
        return farm is null ? null : CheckWidth(farm, file.Input.Name, land, findings);
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
