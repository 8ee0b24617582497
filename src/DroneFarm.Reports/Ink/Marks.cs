using DroneFarm.Reports.Wording;
using SkiaSharp;

namespace DroneFarm.Reports.Ink;

/// <summary>The signs that say on every page that a farm is made up or a flight simulated.</summary>
internal static class Marks
{
    private const float Height = 19, Gap = 6;

    private static readonly Type Lettering = new(9, Palette.Warning, Bold: true);

    public static IReadOnlyList<Caption> Of(Wording.Words words, bool madeUp, bool simulated) =>
        [.. new[] { simulated ? "mark.simulated" : null, madeUp ? "mark.made-up" : null }.OfType<string>().Select(k => words.Caption(k))];

    /// <summary>Draws them in a row that ends at a right edge; returns the row's left edge.</summary>
    public static float Draw(SKCanvas canvas, TextInk ink, float right, float top, IReadOnlyList<Caption> marks)
    {
        foreach (var mark in marks.Reverse())
        {
            var width = ink.Width(mark.Joined, Lettering) + 16;
            var box = SKRect.Create(right - width, top, width, Height);
            Strokes.Rectangle(canvas, box, Palette.WarningBand, Palette.Warning, 0.8f, 3);
            ink.Draw(canvas, mark.Joined, box.MidX, top + 12.9f, Lettering, SKTextAlign.Center);
            right = box.Left - Gap;
        }

        return right;
    }
}
