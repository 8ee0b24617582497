using SkiaSharp;

namespace DroneFarm.Reports.Ink;

/// <summary>The few ways in which a map fills and draws.</summary>
internal static class Strokes
{
    public static void Fill(SKCanvas canvas, SKPath path, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawPath(path, paint);
    }

    public static void Line(SKCanvas canvas, SKPath path, SKColor colour, float width, float[]? dash = null)
    {
        using var effect = dash is null ? null : SKPathEffect.CreateDash(dash, 0);
        using var paint = new SKPaint
        {
            Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = width, StrokeJoin = SKStrokeJoin.Round, StrokeCap = SKStrokeCap.Butt, PathEffect = effect,
        };
        canvas.DrawPath(path, paint);
    }

    public static void Rule(SKCanvas canvas, float x0, float y0, float x1, float y1, SKColor colour, float width)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = width };
        canvas.DrawLine(x0, y0, x1, y1, paint);
    }

    public static void Rectangle(SKCanvas canvas, SKRect box, SKColor fill, SKColor? edge = null, float edgeWidth = 0.7f, float radius = 0)
    {
        using var paint = new SKPaint { Color = fill, IsAntialias = true };
        canvas.DrawRoundRect(box, radius, radius, paint);
        if (edge is not { } colour) return;
        using var outline = new SKPaint { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = edgeWidth };
        canvas.DrawRoundRect(box, radius, radius, outline);
    }

    public static void Disc(SKCanvas canvas, SKPoint centre, float radius, SKColor fill, SKColor edge, float edgeWidth)
    {
        using var paint = new SKPaint { Color = fill, IsAntialias = true };
        canvas.DrawCircle(centre, radius, paint);
        using var outline = new SKPaint { Color = edge, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = edgeWidth };
        canvas.DrawCircle(centre, radius, outline);
    }

    /// <summary>Slanting lines inside a shape; drawn one by one, so that they stay lines in a PDF.</summary>
    public static void Hatch(SKCanvas canvas, SKPath shape, SKColor colour, float distance, float width, SKRect visible)
    {
        var box = shape.Bounds;
        if (!box.IntersectsWith(visible)) return;
        box.Intersect(visible);
        canvas.Save();
        canvas.ClipPath(shape, SKClipOperation.Intersect, antialias: true);
        var first = MathF.Floor((box.Left + box.Top) / distance) * distance;
        for (var sum = first; sum <= box.Right + box.Bottom; sum += distance)
        {
            Rule(canvas, sum - box.Top, box.Top, sum - box.Bottom, box.Bottom, colour, width);
        }

        canvas.Restore();
    }
}
