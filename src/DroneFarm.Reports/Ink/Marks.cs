using DroneFarm.Reports.Wording;
using SkiaSharp;

namespace DroneFarm.Reports.Ink;

/// <summary>The signs that say on every page that a farm is made up or a flight simulated.</summary>
internal static class Marks
{
    public static IReadOnlyList<Caption> Of(Wording.Words words, bool madeUp, bool simulated) =>
        [.. new[] { simulated ? "mark.simulated" : null, madeUp ? "mark.made-up" : null }.OfType<string>().Select(k => words.Caption(k))];

    /// <summary>Draws them in a row that ends at a right edge; returns the row's left edge.</summary>
    /// <param name="size">1 for a title, less for the head of a later page.</param>
    public static float Draw(SKCanvas canvas, TextInk ink, float right, float top, float size, IReadOnlyList<Caption> marks)
    {
        var lettering = new Type(9 * size, Palette.Warning, Bold: true);
        foreach (var mark in marks.Reverse())
        {
            var width = ink.Width(mark.Joined, lettering) + (16 * size);
            var box = SKRect.Create(right - width, top, width, 19 * size);
            Strokes.Rectangle(canvas, box, Palette.WarningBand, Palette.Warning, 0.8f * size, 3 * size);
            ink.Draw(canvas, mark.Joined, box.MidX, top + (12.9f * size), lettering, SKTextAlign.Center);
            right = box.Left - (6 * size);
        }

        return right;
    }
}
