using DroneFarm.Reports.Contents;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Wording;

namespace DroneFarm.Reports.Pages;

/// <summary>Two lists of labels and values side by side, or one alone.</summary>
internal sealed class FactsDrawing(Paper paper, TextInk ink)
{
    private const float ColumnGap = 22, LabelWidth = 84, RowGap = 2.6f;

    private static float ColumnWidth => (Paper.TextWidth - ColumnGap) / 2;

    public void Draw(Facts left, Facts? right)
    {
        var height = Headings.Height + Math.Max(left.Items.Sum(HeightOf), right?.Items.Sum(HeightOf) ?? 0);
        paper.Need(height);
        var top = paper.Y;
        var leftEnd = DrawColumn(left, Paper.Margin, top);
        var rightEnd = right is null ? top : DrawColumn(right, Paper.Margin + ColumnWidth + ColumnGap, top);
        paper.Y = Math.Max(leftEnd, rightEnd);
    }

    private float DrawColumn(Facts facts, float x, float top)
    {
        ink.Draw(paper.Canvas, facts.Title.Main, x, top + 20, Styles.Heading);
        ink.Draw(paper.Canvas, facts.Title.Also, x + ink.Width(facts.Title.Main, Styles.Heading) + 6, top + 20, Styles.HeadingAlso);
        var y = top + Headings.Height - 4;
        Strokes.Rule(paper.Canvas, x, y, x + ColumnWidth, y, Palette.Accent, 1);
        foreach (var fact in facts.Items) y = DrawFact(fact, x, y);
        return y;
    }

    private float DrawFact(Fact fact, float x, float top)
    {
        var y = top + RowGap;
        ink.Draw(paper.Canvas, ink.Fit(fact.Label.Main, LabelWidth - 4, Styles.Label), x, y + 9.4f, Styles.Label);
        if (fact.Label.IsBilingual) ink.Draw(paper.Canvas, ink.Fit(fact.Label.Also, LabelWidth - 4, Styles.LabelAlso), x, y + 18, Styles.LabelAlso);
        var lines = Lines(fact);
        var baseline = y + (fact.Label.IsBilingual && lines.Count == 1 ? 13.4f : 9.4f);
        foreach (var line in lines)
        {
            ink.Draw(paper.Canvas, line, x + LabelWidth, baseline, Styles.Value);
            baseline += Styles.Value.LineHeight;
        }

        var bottom = top + HeightOf(fact);
        Strokes.Rule(paper.Canvas, x, bottom, x + ColumnWidth, bottom, Palette.Rule, 0.5f);
        return bottom;
    }

    private IReadOnlyList<string> Lines(Fact fact) => ink.Wrap(fact.Value.Length > 0 ? fact.Value : Figures.Unknown, ColumnWidth - LabelWidth, Styles.Value);

    private float HeightOf(Fact fact) => Math.Max(fact.Label.IsBilingual ? 21 : 13, Lines(fact).Count * Styles.Value.LineHeight) + (2 * RowGap);
}
