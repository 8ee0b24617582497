using System.Net;
using System.Text;
using DroneFarm.Core.Text;
using DroneFarm.Reports.Contents;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Wording;
using SkiaSharp;

namespace DroneFarm.Reports.Web;

/// <summary>Writes a record as one HTML file that needs nothing else. Also well-formed XML, so that a test can read it.</summary>
internal sealed class HtmlPage(Words words, Faces faces, string css, string mapDataUri)
{
    private readonly StringBuilder html = new();

    public void Write(TextWriter page, RecordSheet sheet)
    {
        WriteBody(sheet);
        page.Write($"<!DOCTYPE html>\n<html lang=\"{(words.Leading == Language.Chinese ? "zh-CN" : "en")}\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        page.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        page.Write($"<title>{Text($"{sheet.Title.Joined} · {sheet.Farm} · {sheet.Day}")}</title>\n<style>\n{FontFace(isBold: false)}{FontFace(isBold: true)}{css}</style>\n</head>\n");
        page.Write(html.ToString());
    }

    /// <summary>The characters of this page, so that it shows the same where no Chinese font is installed.</summary>
    private string FontFace(bool isBold) =>
        $"@font-face {{ font-family: \"DroneFarm Sans SC\"; font-weight: {(isBold ? 700 : 400)}; src: url(data:font/ttf;base64,{Convert.ToBase64String(faces.SubsetFile(isBold))}) format(\"truetype\"); }}\n";

    private void WriteBody(RecordSheet sheet)
    {
        html.Append("<body>\n");
        WriteTop(sheet);
        for (var i = 0; i < sheet.Blocks.Count; i++)
        {
            if (sheet.Blocks[i] is Facts left)
            {
                var right = sheet.Blocks.ElementAtOrDefault(i + 1) as Facts;
                html.Append("<div class=\"pair\">\n");
                WriteFacts(left);
                if (right is not null) WriteFacts(right);
                html.Append("</div>\n");
                if (right is not null) i++;
                continue;
            }

            Write(sheet.Blocks[i]);
        }

        html.Append($"<footer>{Text(words.Joined("record.footer"))} · {Text(sheet.Reference)}</footer>\n</body>\n</html>\n");
    }

    private void WriteTop(RecordSheet sheet)
    {
        html.Append($"<header>\n<h1>{Small(sheet.Title)}</h1>\n<div class=\"marks\">{string.Concat(sheet.Marks.Select(m => $"<span class=\"mark\">{Text(m.Joined)}</span>"))}</div>\n");
        html.Append($"<div class=\"lead\"><span>{Text(string.Join(" · ", new[] { sheet.Farm, sheet.Day }.Where(t => t.Length > 0)))}</span>");
        html.Append($"<span class=\"status{(sheet.IsComplete ? "" : " bad")}\">{(sheet.IsComplete ? "✓" : "▲")} {Text(sheet.Status.Joined)}</span></div>\n</header>\n");
        if (sheet.Alert.Length > 0) html.Append($"<p class=\"alert\">{Text(sheet.Alert)}</p>\n");
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Tiles tiles:
                html.Append($"<div class=\"tiles\">\n{string.Concat(tiles.Items.Select(Tile))}</div>\n");
                break;
            case Grid grid:
                WriteGrid(grid);
                break;
            case MapBlock map:
                html.Append($"<h2>{Small(map.Title)}</h2>\n<figure style=\"margin:0\"><img src=\"{mapDataUri}\" alt=\"{Text(map.Title.Joined)}\"/></figure>\n");
                break;
            case PictureBlock picture:
                html.Append($"<h2>{Small(picture.Title)}</h2>\n<figure style=\"margin:0\"><img src=\"{DataUri(picture.Picture)}\" alt=\"{Text(picture.Title.Joined)}\"/></figure>\n");
                break;
            case Remarks { Lines.Count: 0 }:
                break;
            case Remarks remarks:
                html.Append($"<h2>{Small(remarks.Title)}</h2>\n{string.Concat(remarks.Lines.Select(l => $"<p>{Text(l)}</p>\n"))}");
                break;
            case Signatures signatures:
                html.Append($"<h2>{Small(signatures.Title)}</h2>\n<div class=\"sign\">{string.Concat(signatures.Roles.Select(r => $"<div>{Text(r.Joined)}<br/>{Text(signatures.Date.Joined)}: ____________</div>"))}</div>\n");
                break;
            default:
                throw new InvalidOperationException($"no way to show a {block.GetType().Name}");
        }
    }

    /// <summary>Drawn as on paper, sharp enough for a screen of twice the usual density.</summary>
    private static string DataUri(IPicture picture)
    {
        const float width = 560, pixelsPerUnit = 3;
        using var own = new Faces();
        var ink = new TextInk(own);
        var height = picture.HeightAt(width, ink);
        using var surface = SKSurface.Create(new SKImageInfo((int)(width * pixelsPerUnit), (int)(height * pixelsPerUnit))) ?? throw new InvalidOperationException("no picture of this size can be made");
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(pixelsPerUnit);
        picture.Draw(surface.Canvas, SKRect.Create(width, height), ink);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return "data:image/png;base64," + Convert.ToBase64String(data.ToArray());
    }

    private string Tile(Tile tile) =>
        $"<div class=\"tile\"><div>{Text(tile.Label.Joined)}</div><b>{Text(tile.Value)}</b>{Text(tile.Unit)}<div>{Text(tile.Beside)}</div></div>\n";

    private void WriteFacts(Facts facts)
    {
        html.Append($"<section><h2>{Small(facts.Title)}</h2>\n<dl>\n");
        foreach (var fact in facts.Items) html.Append($"<div><dt>{Small(fact.Label)}</dt><dd>{Text(fact.Value.Length > 0 ? fact.Value : Figures.Unknown)}</dd></div>\n");
        html.Append("</dl></section>\n");
    }

    private void WriteGrid(Grid grid)
    {
        html.Append($"<h2>{Small(grid.Title)}</h2>\n");
        if (grid.Rows.Count == 0)
        {
            html.Append($"<p class=\"soft\">{Text(grid.Empty.Joined)}</p>\n");
            return;
        }

        html.Append($"<div class=\"table\"><table>\n<thead><tr>{string.Concat(grid.Columns.Select(c => $"<th{Class(c)}>{Small(c.Header)}</th>"))}</tr></thead>\n<tbody>\n");
        foreach (var row in grid.Rows)
        {
            var tone = row.Tone == Tone.Plain ? "" : $" class=\"{(row.Tone switch { Tone.Total => "total", Tone.Error => "error", _ => "warning" })}\"";
            html.Append($"<tr{tone}>{string.Concat(row.Cells.Select((c, i) => $"<td{Class(grid.Columns[i])}>{Text(c)}</td>"))}</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
        if (grid.Note.Length > 0) html.Append($"<p class=\"soft\">{Text(grid.Note)}</p>\n");
    }

    private static string Class(Column column) => column.IsNumber ? " class=\"n\"" : "";

    private string Small(Caption caption) => caption.IsBilingual ? $"{Text(caption.Main)} <small>{Text(caption.Also)}</small>" : Text(caption.Main);

    /// <summary>Escaped; control characters, which no XML may hold, become spaces. A character that our fonts lack is left to the browser's.</summary>
    private string Text(string text)
    {
        faces.Settable(text, isBold: false);
        faces.Settable(text, isBold: true);
        return WebUtility.HtmlEncode(string.Concat(text.Select(c => char.IsControl(c) && c != '\n' ? ' ' : c)));
    }
}
