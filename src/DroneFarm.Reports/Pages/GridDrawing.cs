using DroneFarm.Reports.Contents;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Wording;
using SkiaSharp;

namespace DroneFarm.Reports.Pages;

/// <summary>A table over as many pages as it needs: rows stay whole, the head comes again on each page.</summary>
internal sealed class GridDrawing(Paper paper, TextInk ink, Grid grid, Caption continued)
{
    private const float Padding = 4, RowGap = 2.7f;

    /// <summary>A table shorter than this stays on one page.</summary>
    private const float KeptTogether = 300;

    private readonly float[] widths = [.. grid.Columns.Select(c => c.Weight / grid.Columns.Sum(all => all.Weight) * Paper.TextWidth)];

    public void Draw()
    {
        var rows = grid.Rows;
        var whole = rows.Sum(HeightOf);
        paper.Need(Headings.Height + HeadHeight + Math.Max(whole < KeptTogether ? whole : rows.Take(6).Sum(HeightOf), 20));
        Headings.Draw(paper, ink, grid.Title);
        if (rows.Count == 0)
        {
            DrawLine(grid.Empty.Joined);
            return;
        }

        DrawHead();
        foreach (var row in rows)
        {
            if (paper.Need(HeightOf(row)))
            {
                Headings.Draw(paper, ink, grid.Title, continued);
                DrawHead();
            }

            DrawRow(row);
        }

        paper.Y += 3;
        if (grid.Note.Length > 0) DrawLine(grid.Note);
    }

    private float HeadHeight => grid.Columns.Select((c, i) =>
        (ink.Wrap(c.Header.Main, Inner(i), Styles.Head).Count * Styles.Head.LineHeight) +
        (c.Header.IsBilingual ? ink.Wrap(c.Header.Also, Inner(i), Styles.HeadAlso).Count * Styles.HeadAlso.LineHeight : 0)).Max() + (2 * RowGap);

    private float Inner(int column) => widths[column] - (2 * Padding);

    private float HeightOf(Row row) => (row.Cells.Select((c, i) => ink.Wrap(c, Inner(i), TypeOf(row)).Count).Max() * TypeOf(row).LineHeight) + (2 * RowGap);

    private static Ink.Type TypeOf(Row row) => row.Tone == Tone.Total ? Styles.Cell with { Bold = true } : Styles.Cell;

    private void DrawHead()
    {
        var box = SKRect.Create(Paper.Margin, paper.Y, Paper.TextWidth, HeadHeight);
        Strokes.Rectangle(paper.Canvas, box, Palette.Band);
        Strokes.Rule(paper.Canvas, box.Left, box.Top, box.Right, box.Top, Palette.Accent, 1);
        Strokes.Rule(paper.Canvas, box.Left, box.Bottom, box.Right, box.Bottom, Palette.Accent, 0.6f);
        var left = box.Left;
        for (var i = 0; i < grid.Columns.Count; i++)
        {
            var bottom = DrawCell(ink.Wrap(grid.Columns[i].Header.Main, Inner(i), Styles.Head), i, left, box.Top + RowGap, Styles.Head);
            if (grid.Columns[i].Header.IsBilingual) DrawCell(ink.Wrap(grid.Columns[i].Header.Also, Inner(i), Styles.HeadAlso), i, left, bottom, Styles.HeadAlso);
            left += widths[i];
        }

        paper.Remember("head", box);
        paper.Y = box.Bottom;
    }

    private void DrawRow(Row row)
    {
        var type = TypeOf(row);
        var box = SKRect.Create(Paper.Margin, paper.Y, Paper.TextWidth, HeightOf(row));
        if (BandOf(row.Tone) is { } band) Strokes.Rectangle(paper.Canvas, box with { Top = box.Top + 0.3f }, band);
        if (row.Tone == Tone.Total) Strokes.Rule(paper.Canvas, box.Left, box.Top, box.Right, box.Top, Palette.Accent, 0.8f);
        var left = box.Left;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            DrawCell(ink.Wrap(row.Cells[i], Inner(i), type), i, left, box.Top + RowGap, type);
            left += widths[i];
        }

        Strokes.Rule(paper.Canvas, box.Left, box.Bottom, box.Right, box.Bottom, Palette.Rule, 0.5f);
        paper.Remember("row", box);
        paper.Y = box.Bottom;
    }

    private float DrawCell(IReadOnlyList<string> lines, int column, float left, float top, Ink.Type type)
    {
        foreach (var line in lines)
        {
            var baseline = top + (type.LineHeight / 2) + (type.Size * 0.37f);
            if (grid.Columns[column].IsNumber) ink.Draw(paper.Canvas, line, left + widths[column] - Padding, baseline, type, SKTextAlign.Right);
            else ink.Draw(paper.Canvas, line, left + Padding, baseline, type);
            top += type.LineHeight;
        }

        return top;
    }

    private void DrawLine(string text)
    {
        foreach (var line in ink.Wrap(text, Paper.TextWidth - (2 * Padding), Styles.Small))
        {
            paper.Need(Styles.Small.LineHeight);
            ink.Draw(paper.Canvas, line, Paper.Margin + Padding, paper.Y + 8, Styles.Small);
            paper.Y += Styles.Small.LineHeight;
        }
    }

    private static SKColor? BandOf(Tone tone) => tone switch
    {
        Tone.Total => Palette.Band,
        Tone.Warning => Palette.WarningBand,
        Tone.Error => Palette.ErrorBand,
        _ => null,
    };
}
