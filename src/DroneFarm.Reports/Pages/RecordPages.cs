using DroneFarm.Reports.Contents;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Maps;
using DroneFarm.Reports.Wording;
using SkiaSharp;

namespace DroneFarm.Reports.Pages;

/// <summary>Lays a record out on pages. Laid out twice: the first time nothing is kept but the number of pages and the characters in use.</summary>
internal sealed class RecordPages(RecordSource? source, RecordSheet sheet, Words words, Figures figures, TextInk ink)
{
    /// <summary>Letters on the map are this much smaller than on a picture of its own.</summary>
    private const float MapShrink = 0.8f, SmallestMapHeight = 300;

    /// <summary>A map takes what is left of a page rather than a new one when this share of a page is left.</summary>
    private const float LeastMapShare = 0.66f;

    /// <param name="pages">How many there will be; 0 while that is not known.</param>
    public Paper Lay(Func<int, SKCanvas> open, Action close, int pages)
    {
        var paper = new Paper(open, close, (canvas, page) => DrawFurniture(canvas, page, pages));
        paper.NewPage();
        DrawTop(paper);
        for (var i = 0; i < sheet.Blocks.Count; i++)
        {
            if (sheet.Blocks[i] is Facts left)
            {
                var right = sheet.Blocks.ElementAtOrDefault(i + 1) as Facts;
                new FactsDrawing(paper, ink).Draw(left, right);
                if (right is not null) i++;
                continue;
            }

            Draw(paper, sheet.Blocks[i]);
        }

        paper.End();
        return paper;
    }

    private void Draw(Paper paper, Block block)
    {
        switch (block)
        {
            case Tiles tiles:
                TilesDrawing.Draw(paper, ink, tiles);
                break;
            case Grid grid:
                new GridDrawing(paper, ink, grid, words.Caption("record.continued")).Draw();
                break;
            case MapBlock map when source is not null:
                DrawMap(paper, map, source);
                break;
            case PictureBlock picture:
                DrawPicture(paper, picture);
                break;
            case Remarks remarks:
                DrawRemarks(paper, remarks);
                break;
            case Signatures signatures:
                SignatureDrawing.Draw(paper, ink, signatures);
                break;
            default:
                throw new InvalidOperationException($"no way to print a {block.GetType().Name}");
        }
    }

    private void DrawTop(Paper paper)
    {
        var canvas = paper.Canvas;
        var y = paper.Y;
        ink.Draw(canvas, sheet.Title.Main, Paper.Margin, y + 20, Styles.Title);
        ink.Draw(canvas, sheet.Title.Also, Paper.Margin + ink.Width(sheet.Title.Main, Styles.Title) + 9, y + 20, Styles.TitleAlso);
        Marks.Draw(canvas, ink, Paper.Width - Paper.Margin, y + 5, 1, sheet.Marks);
        var lead = string.Join(" · ", new[] { sheet.Farm, sheet.Day }.Where(t => t.Length > 0));
        var status = (sheet.IsComplete ? "✓ " : "▲ ") + sheet.Status.Joined;
        var statusType = Styles.Lead with { Bold = true, Size = 9.5f, Colour = sheet.IsComplete ? Palette.Accent : Palette.Error };
        var statusWidth = ink.Width(status, statusType);
        ink.Draw(canvas, ink.Fit(lead, Paper.TextWidth - statusWidth - 16, Styles.Lead), Paper.Margin, y + 40, Styles.Lead);
        ink.Draw(canvas, status, Paper.Width - Paper.Margin, y + 40, statusType, SKTextAlign.Right);
        Strokes.Rule(canvas, Paper.Margin, y + 49, Paper.Width - Paper.Margin, y + 49, Palette.Accent, 1.6f);
        paper.Y = y + 58;
        if (sheet.Alert.Length > 0) DrawAlert(paper);
    }

    private void DrawAlert(Paper paper)
    {
        var lines = ink.Wrap(sheet.Alert, Paper.TextWidth - 20, Styles.Alert);
        var box = SKRect.Create(Paper.Margin, paper.Y, Paper.TextWidth, (lines.Count * Styles.Alert.LineHeight) + 9);
        Strokes.Rectangle(paper.Canvas, box, Palette.WarningBand, Palette.Warning, 0.7f, 3);
        var baseline = box.Top + 14;
        foreach (var line in lines)
        {
            ink.Draw(paper.Canvas, line, box.Left + 10, baseline, Styles.Alert);
            baseline += Styles.Alert.LineHeight;
        }

        paper.Y = box.Bottom + 9;
    }

    private void DrawPicture(Paper paper, PictureBlock block)
    {
        var height = Math.Min(block.Picture.HeightAt(Paper.TextWidth, ink), Paper.Bottom - Paper.Top - Headings.Height);
        paper.Need(Headings.Height + height);
        Headings.Draw(paper, ink, block.Title);
        var box = SKRect.Create(Paper.Margin, paper.Y, Paper.TextWidth, height);
        block.Picture.Draw(paper.Canvas, box, ink);
        paper.Remember("picture", box);
        paper.Y += height + 4;
    }

    private void DrawMap(Paper paper, MapBlock block, RecordSource source)
    {
        var subject = new MapSubject(source.Plan, source.Applied, source.Log, source.Record.Simulated);
        var picture = new MapPicture(subject, words, figures, ink);
        var width = Paper.TextWidth / MapShrink;
        var extent = subject.ExtentM();
        var whole = (float)(extent.Height / extent.Width) * width;
        var wanted = Math.Max(whole, SmallestMapHeight) + picture.FootHeight(width);
        paper.Need(Headings.Height + (MapShrink * Math.Min(wanted, LeastMapShare * (Paper.Bottom - Paper.Top) / MapShrink)));
        Headings.Draw(paper, ink, block.Title);
        var height = Math.Min(wanted, paper.Room / MapShrink);
        paper.Canvas.Save();
        paper.Canvas.Translate(Paper.Margin, paper.Y);
        paper.Canvas.Scale(MapShrink);
        picture.Draw(paper.Canvas, SKRect.Create(0, 0, width, height));
        paper.Canvas.Restore();
        paper.Remember("map", SKRect.Create(Paper.Margin, paper.Y, Paper.TextWidth, height * MapShrink));
        paper.Y += height * MapShrink;
    }

    private void DrawRemarks(Paper paper, Remarks remarks)
    {
        if (remarks.Lines.Count == 0) return;
        paper.Need(Headings.Height + 30);
        Headings.Draw(paper, ink, remarks.Title);
        foreach (var line in remarks.Lines.SelectMany(l => ink.Wrap(l, Paper.TextWidth, Styles.Cell)))
        {
            paper.Need(Styles.Cell.LineHeight);
            ink.Draw(paper.Canvas, line, Paper.Margin, paper.Y + 9, Styles.Cell);
            paper.Y += Styles.Cell.LineHeight;
        }
    }

    private void DrawFurniture(SKCanvas canvas, int page, int pages)
    {
        var (left, right) = (Paper.Margin, Paper.Width - Paper.Margin);
        if (page > 1)
        {
            var edge = Marks.Draw(canvas, ink, right, 29, 0.75f, sheet.Marks);
            var head = string.Join(" · ", new[] { sheet.Title.Joined, sheet.Farm, sheet.Day }.Where(t => t.Length > 0));
            ink.Draw(canvas, ink.Fit(head, edge - left - 10, Styles.Label), left, 39, Styles.Label);
            Strokes.Rule(canvas, left, 49, right, 49, Palette.Rule, 0.6f);
        }

        var foot = Paper.Height - 27;
        Strokes.Rule(canvas, left, foot - 12, right, foot - 12, Palette.Rule, 0.6f);
        ink.Draw(canvas, $"{words.Joined("record.footer")} · {sheet.Reference}", left, foot, Styles.Small);
        ink.Draw(canvas, words.Joined("record.page", $"{page}", pages > 0 ? $"{pages}" : "0123456789"), right, foot, Styles.Small, SKTextAlign.Right);
    }
}
