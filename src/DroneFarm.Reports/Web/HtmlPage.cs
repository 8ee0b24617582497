using System.Net;
using DroneFarm.Core.Text;
using DroneFarm.Reports.Contents;
using DroneFarm.Reports.Wording;

namespace DroneFarm.Reports.Web;

/// <summary>Writes a record as one HTML file that needs nothing else. Also well-formed XML, so that a test can read it.</summary>
internal sealed class HtmlPage(TextWriter html, Words words, string css, string mapDataUri)
{
    public void Write(RecordSheet sheet, string jobId)
    {
        html.Write($"<!DOCTYPE html>\n<html lang=\"{(words.Leading == Language.Chinese ? "zh-CN" : "en")}\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        html.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        html.Write($"<title>{Text($"{sheet.Title.Joined} · {sheet.Farm} · {sheet.Day}")}</title>\n<style>\n{css}</style>\n</head>\n<body>\n");
        WriteTop(sheet);
        for (var i = 0; i < sheet.Blocks.Count; i++)
        {
            if (sheet.Blocks[i] is Facts left && i + 1 < sheet.Blocks.Count && sheet.Blocks[i + 1] is Facts right)
            {
                html.Write("<div class=\"pair\">\n");
                WriteFacts(left);
                WriteFacts(right);
                html.Write("</div>\n");
                i++;
                continue;
            }

            Write(sheet.Blocks[i]);
        }

        html.Write($"<footer>{Text(words.Joined("record.footer"))} · {Text(words.Joined("record.job"))} {Text(jobId)}</footer>\n</body>\n</html>\n");
    }

    private void WriteTop(RecordSheet sheet)
    {
        html.Write($"<header>\n<h1>{Small(sheet.Title)}</h1>\n<div class=\"marks\">{string.Concat(sheet.Marks.Select(m => $"<span class=\"mark\">{Text(m.Joined)}</span>"))}</div>\n");
        html.Write($"<div class=\"lead\"><span>{Text(string.Join(" · ", new[] { sheet.Farm, sheet.Job, sheet.Day }.Where(t => t.Length > 0)))}</span>");
        html.Write($"<span class=\"status{(sheet.IsComplete ? "" : " bad")}\">{(sheet.IsComplete ? "✓" : "▲")} {Text(sheet.Status.Joined)}</span></div>\n</header>\n");
        if (sheet.Alert.Length > 0) html.Write($"<p class=\"alert\">{Text(sheet.Alert)}</p>\n");
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Tiles tiles:
                html.Write($"<div class=\"tiles\">\n{string.Concat(tiles.Items.Select(Tile))}</div>\n");
                break;
            case Grid grid:
                WriteGrid(grid);
                break;
            case MapBlock map:
                html.Write($"<h2>{Small(map.Title)}</h2>\n<figure style=\"margin:0\"><img src=\"{mapDataUri}\" alt=\"{Text(map.Title.Joined)}\"/></figure>\n");
                break;
            case Remarks remarks:
                html.Write($"<h2>{Small(remarks.Title)}</h2>\n{string.Concat(remarks.Lines.Select(l => $"<p>{Text(l)}</p>\n"))}");
                break;
            case Signatures signatures:
                html.Write($"<h2>{Small(signatures.Title)}</h2>\n<div class=\"sign\">{string.Concat(signatures.Roles.Select(r => $"<div>{Text(r.Joined)}<br/>{Text(signatures.Date.Joined)}: ____________</div>"))}</div>\n");
                break;
            default:
                throw new InvalidOperationException($"no way to show a {block.GetType().Name}");
        }
    }

    private static string Tile(Tile tile) =>
        $"<div class=\"tile\"><div>{Text(tile.Label.Joined)}</div><b>{Text(tile.Value)}</b>{Text(tile.Unit)}<div>{Text(tile.Beside)}</div></div>\n";

    private void WriteFacts(Facts facts)
    {
        html.Write($"<section><h2>{Small(facts.Title)}</h2>\n<dl>\n");
        foreach (var fact in facts.Items) html.Write($"<div><dt>{Small(fact.Label)}</dt><dd>{Text(fact.Value.Length > 0 ? fact.Value : Figures.Unknown)}</dd></div>\n");
        html.Write("</dl></section>\n");
    }

    private void WriteGrid(Grid grid)
    {
        html.Write($"<h2>{Small(grid.Title)}</h2>\n");
        if (grid.Rows.Count == 0)
        {
            html.Write($"<p class=\"soft\">{Text(grid.Empty.Joined)}</p>\n");
            return;
        }

        html.Write($"<div class=\"table\"><table>\n<thead><tr>{string.Concat(grid.Columns.Select(c => $"<th{Class(c)}>{Small(c.Header)}</th>"))}</tr></thead>\n<tbody>\n");
        foreach (var row in grid.Rows)
        {
            var tone = row.Tone == Tone.Plain ? "" : $" class=\"{(row.Tone switch { Tone.Total => "total", Tone.Error => "error", _ => "warning" })}\"";
            html.Write($"<tr{tone}>{string.Concat(row.Cells.Select((c, i) => $"<td{Class(grid.Columns[i])}>{Text(c)}</td>"))}</tr>\n");
        }

        html.Write("</tbody></table></div>\n");
        if (grid.Note.Length > 0) html.Write($"<p class=\"soft\">{Text(grid.Note)}</p>\n");
    }

    private static string Class(Column column) => column.IsNumber ? " class=\"n\"" : "";

    private static string Small(Caption caption) => caption.IsBilingual ? $"{Text(caption.Main)} <small>{Text(caption.Also)}</small>" : Text(caption.Main);

    /// <summary>Escaped; control characters, which no XML may hold, become spaces.</summary>
    private static string Text(string text) => WebUtility.HtmlEncode(string.Concat(text.Select(c => char.IsControl(c) && c != '\n' ? ' ' : c)));
}
