using DroneFarm.Core.Fields;
using DroneFarm.Reports.Ink;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace DroneFarm.Reports.Maps;

/// <summary>What stands on a map beside the fields: zones with their buffers, obstacles, refill points. Legend and map use the same symbols.</summary>
internal static class Surroundings
{
    public static void DrawZone(SKCanvas canvas, MapView view, NoSprayZone zone)
    {
        using var shape = view.Shape(zone.Shape);
        DrawZoneShape(canvas, shape, zone.Kind, view.Box);
        if (zone.BufferM * view.Scale < 2) return;
        using var buffer = view.Shape(zone.Shape.Buffer(zone.BufferM));
        Strokes.Line(canvas, buffer, ColourOf(zone.Kind), 0.7f, [4, 3]);
    }

    public static void DrawZoneShape(SKCanvas canvas, SKPath shape, ZoneKind kind, SKRect visible)
    {
        var colour = ColourOf(kind);
        Strokes.Fill(canvas, shape, colour.WithAlpha(kind == ZoneKind.House ? (byte)0x90 : (byte)0x30));
        if (kind != ZoneKind.House) Strokes.Hatch(canvas, shape, colour.WithAlpha(0xB0), 5, 0.6f, visible);
        Strokes.Line(canvas, shape, colour, 0.9f);
    }

    public static void DrawObstacle(SKCanvas canvas, MapView view, Obstacle obstacle)
    {
        if (obstacle.ClearanceM * view.Scale >= 3)
        {
            using var kept = view.Shape(obstacle.Shape.Buffer(obstacle.ClearanceM));
            Strokes.Line(canvas, kept, Palette.Soft, 0.6f, [2, 2]);
        }

        if (obstacle.Shape is Point point)
        {
            DrawObstacleSymbol(canvas, view.At(point.Coordinate), obstacle.Kind);
            return;
        }

        using var shape = view.Shape(obstacle.Shape);
        if (obstacle.Shape is Polygon or MultiPolygon) Strokes.Fill(canvas, shape, Palette.Text.WithAlpha(0x88));
        Strokes.Line(canvas, shape, Palette.Text, obstacle.Kind == ObstacleKind.PowerLine ? 1.1f : 0.9f, obstacle.Kind == ObstacleKind.PowerLine ? [7, 2, 1.5f, 2] : null);
    }

    public static void DrawObstacleSymbol(SKCanvas canvas, SKPoint at, ObstacleKind kind)
    {
        switch (kind)
        {
            case ObstacleKind.Tree:
                Strokes.Disc(canvas, at, 4, new SKColor(0x5E, 0x7D, 0x4F), Palette.Text, 0.6f);
                break;
            case ObstacleKind.PowerLine:
                Strokes.Rule(canvas, at.X - 8, at.Y, at.X + 8, at.Y, Palette.Text, 1.1f);
                Strokes.Disc(canvas, at, 1.6f, Palette.Text, Palette.Text, 0.4f);
                break;
            case ObstacleKind.Building or ObstacleKind.Pylon:
                Strokes.Rectangle(canvas, SKRect.Create(at.X - 3.5f, at.Y - 3.5f, 7, 7), Palette.Building, Palette.Text, 0.9f);
                break;
            default:
                Strokes.Disc(canvas, at, 3.4f, SKColors.White, Palette.Text, 1.1f);
                Strokes.Rule(canvas, at.X - 2.3f, at.Y - 2.3f, at.X + 2.3f, at.Y + 2.3f, Palette.Text, 1);
                Strokes.Rule(canvas, at.X - 2.3f, at.Y + 2.3f, at.X + 2.3f, at.Y - 2.3f, Palette.Text, 1);
                break;
        }
    }

    public static void DrawRefillSymbol(SKCanvas canvas, SKPoint at, TextInk ink)
    {
        Strokes.Rectangle(canvas, SKRect.Create(at.X - 6.5f, at.Y - 6.5f, 13, 13), Palette.Accent, SKColors.White, 1, 3);
        ink.Draw(canvas, "H", at.X, at.Y + 3.4f, new Ink.Type(9.5f, SKColors.White, Bold: true), SKTextAlign.Center);
    }

    private static SKColor ColourOf(ZoneKind kind) => kind switch
    {
        ZoneKind.FishPond or ZoneKind.Water => Palette.Water,
        ZoneKind.House => Palette.Building,
        ZoneKind.NeighbourCrop or ZoneKind.Bees => Palette.Neighbour,
        _ => Palette.Soft,
    };
}
