using DroneFarm.Core.Planning;
using DroneFarm.Reports.Ink;
using SkiaSharp;

namespace DroneFarm.Reports.Maps;

/// <summary>The planned flight: swaths with an arrow in flying direction, a colour for each sortie; transits dashed.</summary>
internal static class PlannedLines
{
    /// <summary>Where on a swath its arrows stand; the middle of a field is left to its name.</summary>
    private static readonly float[] LongSwath = [0.2f, 0.8f], ShortSwath = [0.5f];

    public static void Draw(SKCanvas canvas, MapView view, Plan plan)
    {
        foreach (var sortie in plan.Sorties)
        {
            var colour = Palette.Sortie(sortie.Number);
            foreach (var transit in sortie.Legs.OfType<TransitLeg>())
            {
                using var line = view.Line(transit.Path);
                Strokes.Line(canvas, line, colour.WithAlpha(0x90), 0.6f, [3, 2.5f]);
            }

            foreach (var leg in sortie.SprayLegs) DrawSwath(canvas, view, leg.Swath, colour);
        }

        if (plan.Sorties.Count > 0) return;
        foreach (var swath in plan.Swaths) DrawSwath(canvas, view, swath, Palette.Soft);
    }

    private static void DrawSwath(SKCanvas canvas, MapView view, Swath swath, SKColor colour)
    {
        var wide = (float)Math.Clamp(swath.WidthM * view.Scale * 0.16, 0.5, 2.2);
        using var line = view.Line([swath.Start, swath.End]);
        Strokes.Line(canvas, line, colour, wide);
        foreach (var share in swath.LengthM * view.Scale > 60 ? LongSwath : ShortSwath) DrawArrow(canvas, view.At(swath.Start), view.At(swath.End), share, colour, wide);
    }

    private static void DrawArrow(SKCanvas canvas, SKPoint from, SKPoint to, float share, SKColor colour, float wide)
    {
        var length = SKPoint.Distance(from, to);
        var head = 2.2f + (1.6f * wide);
        if (length < 2.5f * head) return;
        var along = new SKPoint((to.X - from.X) / length, (to.Y - from.Y) / length);
        var tip = new SKPoint(from.X + (along.X * ((length * share) + (head * 0.6f))), from.Y + (along.Y * ((length * share) + (head * 0.6f))));
        var back = new SKPoint(tip.X - (along.X * head * 1.3f), tip.Y - (along.Y * head * 1.3f));
        using var arrow = new SKPathBuilder();
        arrow.MoveTo(tip);
        arrow.LineTo(back.X - (along.Y * head * 0.55f), back.Y + (along.X * head * 0.55f));
        arrow.LineTo(back.X + (along.Y * head * 0.55f), back.Y - (along.X * head * 0.55f));
        arrow.Close();
        using var path = arrow.Detach();
        Strokes.Fill(canvas, path, colour);
    }
}
