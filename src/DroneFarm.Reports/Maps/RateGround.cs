using DroneFarm.Core.Planning;
using DroneFarm.Reports.Ink;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using SkiaSharp;

namespace DroneFarm.Reports.Maps;

/// <summary>The ground of one rate of a prescription, in the fields of the job.</summary>
/// <param name="RateLPerHa">0 where nothing is to be sprayed.</param>
internal sealed record RateGround(double RateLPerHa, Geometry Ground)
{
    /// <summary>Pale, since swaths are drawn over it; the darker, the more.</summary>
    private static readonly SKColor Least = new(0xFF, 0xF8, 0xE3), Most = new(0xF3, 0xDB, 0x8F);

    /// <summary>By rate, the smallest first; none for a job without a prescription.</summary>
    public static IReadOnlyList<RateGround> Of(Plan plan)
    {
        if (plan.Job.Prescription is not { } prescription) return [];
        var rest = OverlayNGRobust.Union(GeometryFactory.Default.BuildGeometry([.. plan.Fields.Where(f => !f.IsRefused).Select(f => f.Field.Boundary)]));
        var parts = new List<RateGround>();
        foreach (var zone in prescription.Zones)
        {
            var shape = zone.ShapeIn(plan.Farm.Frame);
            parts.Add(new(zone.RateLPerHa, OverlayNGRobust.Overlay(rest, shape, SpatialFunction.Intersection)));
            rest = OverlayNGRobust.Overlay(rest, shape, SpatialFunction.Difference);
        }

        parts.Add(new(prescription.ElsewhereLPerHa ?? plan.Job.RateLPerHa, rest));
        return [.. parts.Where(p => p.Ground.Area > 0).GroupBy(p => p.RateLPerHa).OrderBy(g => g.Key).Select(g => new RateGround(g.Key, GeometryFactory.Default.BuildGeometry([.. g.Select(p => p.Ground)])))];
    }

    public static void Draw(SKCanvas canvas, MapView view, IReadOnlyList<RateGround> all, bool alsoSprayed)
    {
        foreach (var ground in all.Where(g => alsoSprayed || g.RateLPerHa <= 0))
        {
            using var shape = view.Shape(ground.Ground);
            DrawShape(canvas, shape, ground.RateLPerHa, all, view.Box);
        }
    }

    public static void DrawShape(SKCanvas canvas, SKPath shape, double rateLPerHa, IReadOnlyList<RateGround> all, SKRect visible)
    {
        if (rateLPerHa > 0)
        {
            Strokes.Fill(canvas, shape, Tint(rateLPerHa, all));
            return;
        }

        Strokes.Fill(canvas, shape, Palette.NotPlanned);
        Strokes.Hatch(canvas, shape, Palette.Soft, 6, 0.7f, visible);
        Strokes.Line(canvas, shape, Palette.Soft, 0.7f);
    }

    private static SKColor Tint(double rateLPerHa, IReadOnlyList<RateGround> all)
    {
        var sprayed = all.Select(g => g.RateLPerHa).Where(r => r > 0).ToList();
        var share = sprayed[^1] > sprayed[0] ? (rateLPerHa - sprayed[0]) / (sprayed[^1] - sprayed[0]) : 0;
        byte Mix(byte from, byte to) => (byte)Math.Round(from + (share * (to - from)));
        return new SKColor(Mix(Least.Red, Most.Red), Mix(Least.Green, Most.Green), Mix(Least.Blue, Most.Blue));
    }
}
