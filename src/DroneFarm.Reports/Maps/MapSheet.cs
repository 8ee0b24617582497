using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Wording;
using SkiaSharp;

namespace DroneFarm.Reports.Maps;

/// <summary>A map as a picture of its own: title, marks, map, legend. Its shape follows the land's.</summary>
internal sealed class MapSheet
{
    /// <summary>Units of the drawing; a picture has <see cref="PixelsPerUnit"/> of them to print sharply on A4.</summary>
    public const float Width = 1000, Margin = 24, TitleHeight = 62, PixelsPerUnit = 2;

    private readonly MapSubject subject;
    private readonly Words words;
    private readonly Figures figures;
    private readonly TextInk ink;
    private readonly string titleKey;

    public MapSheet(MapSubject subject, ReportOptions options, Faces faces, string titleKey)
    {
        this.subject = subject;
        this.titleKey = titleKey;
        words = new Words(options.Languages);
        figures = new Figures(words, options.UtcOffset);
        ink = new TextInk(faces);
        Picture = new MapPicture(subject, words, figures, ink);
        var extent = subject.ExtentM();
        var mapHeight = Math.Clamp((Width - (2 * Margin)) * (float)(extent.Height / extent.Width), 360, 1150);
        Height = Margin + TitleHeight + mapHeight + Picture.FootHeight(Width - (2 * Margin)) + Margin;
    }

    public MapPicture Picture { get; }

    public float Height { get; }

    public void Draw(SKCanvas canvas)
    {
        canvas.Clear(SKColors.White);
        var (plan, farm) = (subject.Plan, subject.Plan.Farm);
        ink.Draw(canvas, words.Joined(titleKey), Margin, Margin + 20, new Ink.Type(22, Palette.Accent, Bold: true));
        var facts = new List<string> { farm.Name, plan.Job.Name };
        if (subject.Log is { Track.Count: > 0 } log) facts.Add(figures.Span(log.Track[0].At, log.Track[^1].At));
        facts.Add($"{words.Joined("map.planned-area")} {figures.MuAndHa(plan.PlannedAreaM2)}");
        ink.Draw(canvas, ink.Fit(string.Join("  ·  ", facts.Where(f => f.Length > 0)), Width - (2 * Margin), new Ink.Type(11, Palette.Text)), Margin, Margin + 42, new Ink.Type(11, Palette.Text));
        Marks.Draw(canvas, ink, Width - Margin, Margin + 2, Marks.Of(words, farm.MadeUp, subject.Simulated));
        Picture.Draw(canvas, new SKRect(Margin, Margin + TitleHeight, Width - Margin, Height - Margin));
    }

    public void WritePng(Stream png)
    {
        using var surface = SKSurface.Create(new SKImageInfo((int)(Width * PixelsPerUnit), (int)(Height * PixelsPerUnit)))
            ?? throw new InvalidOperationException("no picture of this size can be made");
        surface.Canvas.Scale(PixelsPerUnit);
        Draw(surface.Canvas);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        data.SaveTo(png);
    }
}
