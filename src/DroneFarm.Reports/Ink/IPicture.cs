using SkiaSharp;

namespace DroneFarm.Reports.Ink;

/// <summary>Something drawn into a box, on paper and on a web page alike.</summary>
internal interface IPicture
{
    /// <summary>The height it wants at a width, in the canvas's units.</summary>
    float HeightAt(float width, TextInk ink);

    void Draw(SKCanvas canvas, SKRect box, TextInk ink);
}
