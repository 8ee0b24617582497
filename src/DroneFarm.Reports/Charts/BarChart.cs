using System.Globalization;
using DroneFarm.Reports.Ink;
using SkiaSharp;

namespace DroneFarm.Reports.Charts;

/// <summary>Upright bars from zero, each with its figure, over a scale of round steps.</summary>
/// <param name="unit">Behind the figures of the scale.</param>
/// <param name="note">Below the labels: what the bars stand for.</param>
internal sealed class BarChart(IReadOnlyList<Bar> bars, string unit, string note) : IPicture
{
    private const float Height = 148, Left = 46, LabelHeight = 15, NoteHeight = 14, Top = 16, WidestBar = 64;

    private static readonly Ink.Type Words = new(8, Palette.Text);
    private static readonly Ink.Type Soft = new(7.5f, Palette.Soft);
    private static readonly Ink.Type Value = new(8, Palette.Text, Bold: true);

    public float HeightAt(float width, TextInk ink) => Height + ((NoteLines(width, ink).Count - 1) * NoteHeight);

    public void Draw(SKCanvas canvas, SKRect box, TextInk ink)
    {
        var lines = NoteLines(box.Width, ink);
        var ground = new SKRect(box.Left + Left, box.Top + Top, box.Right - 4, box.Bottom - LabelHeight - (lines.Count * NoteHeight));
        var greatest = Math.Max(1e-9, bars.Select(b => b.Value).DefaultIfEmpty(0).Max());
        var step = StepOf(greatest);
        var end = Math.Ceiling(greatest / step) * step;
        for (var value = 0.0; value <= end + (step / 2); value += step)
        {
            var y = ground.Bottom - (float)(value / end * ground.Height);
            Strokes.Rule(canvas, ground.Left, y, ground.Right, y, value == 0 ? Palette.Boundary : Palette.Rule, value == 0 ? 0.9f : 0.5f);
            ink.Draw(canvas, $"{Text(value)} {unit}".TrimEnd(), ground.Left - 5, y + 2.7f, Soft, SKTextAlign.Right);
        }

        var slot = ground.Width / Math.Max(1, bars.Count);
        var width = Math.Min(WidestBar, slot * 0.66f);
        for (var i = 0; i < bars.Count; i++)
        {
            var middle = ground.Left + ((i + 0.5f) * slot);
            var height = (float)(bars[i].Value / end * ground.Height);
            if (height > 0) Strokes.Rectangle(canvas, SKRect.Create(middle - (width / 2), ground.Bottom - height, width, height), bars[i].Colour);
            ink.Draw(canvas, Text(bars[i].Value), middle, ground.Bottom - height - 4, Value, SKTextAlign.Center);
            ink.Draw(canvas, ink.Fit(bars[i].Label, slot - 4, Words), middle, ground.Bottom + 11, Words, SKTextAlign.Center);
        }

        for (var i = 0; i < lines.Count; i++) ink.Draw(canvas, lines[i], ground.Left, box.Bottom - 3 - ((lines.Count - 1 - i) * NoteHeight), Soft);
    }

    private IReadOnlyList<string> NoteLines(float width, TextInk ink) => ink.Wrap(note, width - Left, Soft);

    /// <summary>1, 2 or 5 times a power of ten, so that four or five lines reach the top.</summary>
    private static double StepOf(double greatest)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(greatest / 4)));
        return (greatest / 4 / power) switch { > 5 => 10 * power, > 2 => 5 * power, > 1 => 2 * power, _ => power };
    }

    private static string Text(double value) => value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.#" : "0.##", CultureInfo.InvariantCulture);
}
