using DroneFarm.Reports.Contents;
using DroneFarm.Reports.Ink;

namespace DroneFarm.Reports.Pages;

/// <summary>Lines to sign on, side by side.</summary>
internal static class SignatureDrawing
{
    private const float Gap = 24, Height = 76;

    public static void Draw(Paper paper, TextInk ink, Signatures signatures)
    {
        paper.Need(Headings.Height + Height);
        Headings.Draw(paper, ink, signatures.Title);
        var width = (Paper.TextWidth - (Gap * (signatures.Roles.Count - 1))) / signatures.Roles.Count;
        for (var i = 0; i < signatures.Roles.Count; i++)
        {
            var left = Paper.Margin + (i * (width + Gap));
            var line = paper.Y + 44;
            Strokes.Rule(paper.Canvas, left, line, left + width, line, Palette.Text, 0.7f);
            ink.Draw(paper.Canvas, signatures.Roles[i].Joined, left, line + 12, Styles.Label);
            ink.Draw(paper.Canvas, $"{signatures.Date.Joined}: ____________", left, line + 28, Styles.Label);
        }

        paper.Y += Height;
    }
}
