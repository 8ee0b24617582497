using DroneFarm.Reports.Ink;
using SkiaSharp;

namespace DroneFarm.Reports.Maps;

/// <summary>Lines of symbol, words and figure, in as many columns as the width holds.</summary>
internal sealed class Legend(IReadOnlyList<LegendEntry> entries, TextInk ink, float width)
{
    private const float SymbolWidth = 22, Gap = 7, ColumnGap = 18, WidestColumn = 300;

    private static readonly Ink.Type Words = new(9, Palette.Text);
    private static readonly Ink.Type Also = new(7.5f, Palette.Soft);
    private static readonly Ink.Type Value = new(9, Palette.Text, Bold: true);

    private float RowHeight => entries.Any(e => e.Label.IsBilingual) ? 24 : 18;

    private float ColumnWidth => Math.Min(WidestColumn, entries.Select(NeededWidth).DefaultIfEmpty(0).Max() + ColumnGap);

    private int Columns => Math.Clamp((int)(width / Math.Max(1, ColumnWidth)), 1, Math.Max(1, entries.Count));

    private int Rows => (entries.Count + Columns - 1) / Columns;

    public float Height => Rows * RowHeight;

    public void Draw(SKCanvas canvas, float left, float top)
    {
        var columnWidth = Math.Min(ColumnWidth, width / Columns);
        for (var i = 0; i < entries.Count; i++)
        {
            var (x, y) = (left + (i / Rows * columnWidth), top + (i % Rows * RowHeight));
            DrawEntry(canvas, entries[i], x, y, columnWidth - ColumnGap);
        }
    }

    private void DrawEntry(SKCanvas canvas, LegendEntry entry, float x, float y, float room)
    {
        entry.Symbol(canvas, SKRect.Create(x, y + ((RowHeight - 13) / 2), SymbolWidth, 13));
        var valueWidth = entry.Value.Length > 0 ? ink.Width(entry.Value, Value) + 8 : 0;
        var wordsRoom = room - SymbolWidth - Gap - valueWidth;
        var middle = y + (RowHeight / 2);
        ink.Draw(canvas, ink.Fit(entry.Label.Main, wordsRoom, Words), x + SymbolWidth + Gap, entry.Label.IsBilingual ? middle - 1 : middle + 3.2f, Words);
        ink.Draw(canvas, ink.Fit(entry.Label.Also, wordsRoom, Also), x + SymbolWidth + Gap, middle + 8.5f, Also);
        if (valueWidth > 0) ink.Draw(canvas, entry.Value, x + room, middle + 3.2f, Value, SKTextAlign.Right);
    }

    private float NeededWidth(LegendEntry entry) =>
        SymbolWidth + Gap + Math.Max(ink.Width(entry.Label.Main, Words), ink.Width(entry.Label.Also, Also)) + (entry.Value.Length > 0 ? ink.Width(entry.Value, Value) + 10 : 0);
}
