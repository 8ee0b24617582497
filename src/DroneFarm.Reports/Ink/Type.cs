using SkiaSharp;

namespace DroneFarm.Reports.Ink;

/// <summary>How a text is set: size in the canvas's units, weight, colour.</summary>
internal readonly record struct Type(float Size, SKColor Colour, bool Bold = false)
{
    public float LineHeight => Size * 1.42f;
}
