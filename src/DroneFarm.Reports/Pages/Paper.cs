using SkiaSharp;

namespace DroneFarm.Reports.Pages;

/// <summary>A4 pages one behind the other, with the place on the current page down to which something stands. Units are points, 1/72 inch.</summary>
/// <param name="open">Gives the canvas of a page, by its number from 1.</param>
/// <param name="close">Called when a page is full.</param>
/// <param name="furnish">Draws head and foot of a page.</param>
internal sealed class Paper(Func<int, SKCanvas> open, Action close, Action<SKCanvas, int> furnish)
{
    public const float Width = 595.28f, Height = 841.89f, Margin = 42, Top = 56, FirstTop = 40, Bottom = Height - 50;

    private readonly List<Placed> placed = [];
    private SKCanvas? canvas;

    public static float TextWidth => Width - (2 * Margin);

    /// <summary>Everything that must stay whole, for tests to look at.</summary>
    public IReadOnlyList<Placed> Placed => placed;

    public int Page { get; private set; }

    public float Y { get; set; }

    public float Room => Bottom - Y;

    public SKCanvas Canvas => canvas ?? throw new InvalidOperationException("no page is open");

    public void NewPage()
    {
        End();
        Page++;
        canvas = open(Page);
        Y = Page == 1 ? FirstTop : Top;
        furnish(canvas, Page);
    }

    public void End()
    {
        if (canvas is null) return;
        canvas = null;
        close();
    }

    /// <summary>Turns the page when less than this is left on it.</summary>
    public bool Need(float height)
    {
        if (Room >= height) return false;
        NewPage();
        return true;
    }

    public void Remember(string what, SKRect box) => placed.Add(new Placed(Page, what, box));
}
