using System.Text;
using SkiaSharp;

namespace DroneFarm.Reports.Ink;

/// <summary>Sets text: the only place that draws or measures it.</summary>
internal sealed class TextInk(Faces faces)
{
    private const string NeverFirst = "，。、；：？！）】》」』”’,.;:?!)]}%℃";
    private const string NeverLast = "（【《「『“‘([{";

    public Faces Faces => faces;

    public void Draw(SKCanvas canvas, string text, float x, float baseline, Type type, SKTextAlign align = SKTextAlign.Left)
    {
        if (text.Length == 0) return;
        using var font = Font(type);
        using var paint = new SKPaint { Color = type.Colour, IsAntialias = true };
        canvas.DrawText(faces.Settable(text, type.Bold), x, baseline, align, font, paint);
    }

    /// <summary>The same with a soft white edge, for text on a map.</summary>
    public void DrawOnMap(SKCanvas canvas, string text, float x, float baseline, Type type, SKTextAlign align)
    {
        using var font = Font(type);
        using var halo = new SKPaint
        {
            Color = SKColors.White.WithAlpha(0xD8), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = type.Size * 0.26f, StrokeJoin = SKStrokeJoin.Round,
        };
        var settable = faces.Settable(text, type.Bold);
        var left = align == SKTextAlign.Center ? x - (font.MeasureText(settable) / 2) : x;
        using (var outline = font.GetTextPath(settable, new SKPoint(left, baseline))) canvas.DrawPath(outline, halo);
        Draw(canvas, text, left, baseline, type);
    }

    public float Width(string text, Type type)
    {
        using var font = Font(type);
        return font.MeasureText(faces.Settable(text, type.Bold));
    }

    /// <summary>The text cut to a width, with three dots when something was cut off.</summary>
    public string Fit(string text, float width, Type type)
    {
        if (Width(text, type) <= width) return text;
        var runes = text.EnumerateRunes().ToList();
        for (var kept = runes.Count - 1; kept > 0; kept--)
        {
            var cut = string.Concat(runes.Take(kept)).TrimEnd() + "...";
            if (Width(cut, type) <= width) return cut;
        }

        return "";
    }

    /// <summary>Lines no wider than a width: Latin breaks between words, Chinese between characters but not before closing or after opening marks.</summary>
    public IReadOnlyList<string> Wrap(string text, float width, Type type)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = new StringBuilder();
            foreach (var piece in Pieces(paragraph))
            {
                if (line.Length > 0 && Width(line + piece.TrimEnd(), type) > width)
                {
                    lines.Add(line.ToString().TrimEnd());
                    line.Clear();
                }

                foreach (var part in line.Length == 0 ? Chopped(piece.TrimStart(), width, type) : [piece])
                {
                    if (line.Length > 0 && Width(line + part.TrimEnd(), type) > width)
                    {
                        lines.Add(line.ToString().TrimEnd());
                        line.Clear();
                    }

                    line.Append(part);
                }
            }

            lines.Add(line.ToString().TrimEnd());
        }

        return lines;
    }

    private SKFont Font(Type type) => new(faces.Of(type.Bold), type.Size) { Subpixel = true, Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None };

    /// <summary>What may not be divided: a word with the spaces behind it, or one wide character with the marks that cling to it.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        Rune? before = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (before is { } last && MayBreak(last, rune))
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune.ToString());
            before = rune;
        }

        if (piece.Length > 0) yield return piece.ToString();
    }

    private static bool MayBreak(Rune last, Rune next)
    {
        if (NeverFirst.Contains(next.ToString(), StringComparison.Ordinal) || NeverLast.Contains(last.ToString(), StringComparison.Ordinal)) return false;
        if (Rune.IsWhiteSpace(next)) return false;
        return Rune.IsWhiteSpace(last) || IsWide(last) || IsWide(next);
    }

    private static bool IsWide(Rune rune) => rune.Value >= 0x2E80;

    /// <summary>A single word wider than the line is cut where it must be.</summary>
    private List<string> Chopped(string piece, float width, Type type)
    {
        if (Width(piece, type) <= width) return [piece];
        var parts = new List<string>();
        var part = "";
        foreach (var rune in piece.EnumerateRunes())
        {
            if (part.Length > 0 && Width(part + rune, type) > width)
            {
                parts.Add(part);
                part = "";
            }

            part += rune.ToString();
        }

        parts.Add(part);
        return parts;
    }
}
