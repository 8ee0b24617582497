using System.Globalization;
using DroneFarm.Reports.Ink;
using SkiaSharp;

namespace DroneFarm.Reports.Maps;

/// <summary>A bar of a round length, and the arrow to the north.</summary>
internal static class ScaleBar
{
    private static readonly Ink.Type Words = new(8, Palette.Text);

    /// <summary>The longest of 1, 2, 5 times a power of ten that is at most <paramref name="longestM"/>.</summary>
    public static double RoundLengthM(double longestM)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(longestM)));
        return (longestM / power) switch { >= 5 => 5 * power, >= 2 => 2 * power, _ => power };
    }

    public static void Draw(SKCanvas canvas, TextInk ink, float left, float baseline, double scale, float longest)
    {
        var lengthM = RoundLengthM(longest / scale);
        var half = (float)(lengthM * scale / 2);
        Strokes.Rectangle(canvas, SKRect.Create(left, baseline - 5, half, 5), Palette.Text, Palette.Text, 0.8f);
        Strokes.Rectangle(canvas, SKRect.Create(left + half, baseline - 5, half, 5), SKColors.White, Palette.Text, 0.8f);
        ink.Draw(canvas, "0", left, baseline - 8, Words, SKTextAlign.Center);
        ink.Draw(canvas, lengthM >= 1000 ? Text(lengthM / 1000) + " km" : Text(lengthM) + " m", left + (2 * half), baseline - 8, Words, SKTextAlign.Center);
    }

    public static void DrawNorth(SKCanvas canvas, TextInk ink, float middle, float top)
    {
        using var left = Half(middle, top + 9, -1);
        using var right = Half(middle, top + 9, 1);
        Strokes.Fill(canvas, left, Palette.Text);
        Strokes.Fill(canvas, right, SKColors.White);
        Strokes.Line(canvas, right, Palette.Text, 0.8f);
        ink.Draw(canvas, "N", middle, top + 7, new Ink.Type(9, Palette.Text, Bold: true), SKTextAlign.Center);
    }

    private static SKPath Half(float middle, float top, int side)
    {
        using var half = new SKPathBuilder();
        half.MoveTo(middle, top);
        half.LineTo(middle + (side * 6), top + 18);
        half.LineTo(middle, top + 14);
        half.Close();
        return half.Detach();
    }

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
