using DroneFarm.Reports.Contents;
using DroneFarm.Reports.Ink;
using SkiaSharp;

namespace DroneFarm.Reports.Pages;

/// <summary>The main figures in a row of boxes.</summary>
internal static class TilesDrawing
{
    private const float Gap = 9, Height = 66;

    public static void Draw(Paper paper, TextInk ink, Tiles tiles)
    {
        paper.Need(Height);
        var width = (Paper.TextWidth - (Gap * (tiles.Items.Count - 1))) / tiles.Items.Count;
        for (var i = 0; i < tiles.Items.Count; i++)
        {
            DrawTile(paper.Canvas, ink, tiles.Items[i], SKRect.Create(Paper.Margin + (i * (width + Gap)), paper.Y, width, Height));
        }

        paper.Y += Height;
    }

    private static void DrawTile(SKCanvas canvas, TextInk ink, Tile tile, SKRect box)
    {
        Strokes.Rectangle(canvas, box, Palette.Band, radius: 4);
        var (left, room) = (box.Left + 9, box.Width - 18);
        ink.Draw(canvas, ink.Fit(tile.Label.Joined, room, Styles.Label), left, box.Top + 15, Styles.Label);
        ink.Draw(canvas, tile.Value, left, box.Top + 39, Styles.Figure);
        ink.Draw(canvas, tile.Unit, left + ink.Width(tile.Value, Styles.Figure) + 4, box.Top + 39, Styles.FigureUnit);
        ink.Draw(canvas, ink.Fit(tile.Beside, room, Styles.Label), left, box.Top + 56, Styles.Label);
    }
}
