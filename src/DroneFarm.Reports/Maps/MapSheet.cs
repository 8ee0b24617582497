using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Wording;
using SkiaSharp;

namespace DroneFarm.Reports.Maps;

/// <summary>A map as a picture of its own: title, marks, map, legend. Its shape follows the land's.</summary>
internal sealed class MapSheet
{
    /// <summary>Units of the drawing; a picture has <see cref="PixelsPerUnit"/> of them to print sharply on A4.</summary>
    public const float Width = 1000, PixelsPerUnit = 2;

    /// <summary>Enough for a page on a screen, where the picture is part of a file.</summary>
    public const float PixelsPerUnitOnScreen = 1.6f;

    private const float Margin = 24, TitleHeight = 74;

    private readonly MapSubject subject;
    private readonly Words words;
    private readonly Figures figures;
    private readonly TextInk ink;
    private readonly string? titleKey;

    /// <param name="titleKey">Null for a map without title and margin, to be set into a page that has its own.</param>
    public MapSheet(MapSubject subject, ReportOptions options, Faces faces, string? titleKey)
    {
        this.subject = subject;
        this.titleKey = titleKey;
        words = new Words(options.Languages);
        figures = new Figures(words, options.UtcOffset);
        ink = new TextInk(faces);
        Picture = new MapPicture(subject, words, figures, ink);
        var extent = subject.ExtentM();
        Box = titleKey is null ? new SKRect(1, 1, Width - 1, 0) : new SKRect(Margin, Margin + TitleHeight, Width - Margin, 0);
        var mapHeight = Math.Clamp(Box.Width * (float)(extent.Height / extent.Width), 360, 1150);
        Box = Box with { Bottom = Box.Top + mapHeight + Picture.FootHeight(Box.Width) };
        Height = Box.Bottom + Box.Left;
    }

    public MapPicture Picture { get; }

    public float Height { get; }

    private SKRect Box { get; }

    public void Draw(SKCanvas canvas)
    {
        canvas.Clear(SKColors.White);
        if (titleKey is not null) DrawTitle(canvas, titleKey);
        Picture.Draw(canvas, Box);
    }

    public void WritePng(Stream png, float pixelsPerUnit = PixelsPerUnit)
    {
        using var surface = SKSurface.Create(new SKImageInfo((int)(Width * pixelsPerUnit), (int)(Height * pixelsPerUnit)))
            ?? throw new InvalidOperationException("no picture of this size can be made");
        surface.Canvas.Scale(pixelsPerUnit);
        Draw(surface.Canvas);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        data.SaveTo(png);
    }

    public void WriteSvg(Stream svg)
    {
        using var drawn = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(Width, Height), drawn)) Draw(canvas);
        svg.Write(StableSvg.Of(drawn.ToArray()));
    }

    private void DrawTitle(SKCanvas canvas, string key)
    {
        var (plan, farm) = (subject.Plan, subject.Plan.Farm);
        ink.Draw(canvas, words.Joined(key), Margin, Margin + 20, new Ink.Type(22, Palette.Accent, Bold: true));
        var lead = new Ink.Type(11, Palette.Text);
        string[] lines = [string.Join(" · ", new[] { farm.Name, plan.Job.Name }.Where(t => t.Length > 0)), When() + $"{words.Joined("map.planned-area")} {figures.MuAndHa(plan.PlannedAreaM2)}"];
        for (var i = 0; i < lines.Length; i++) ink.Draw(canvas, ink.Fit(lines[i], Width - (2 * Margin), lead), Margin, Margin + 42 + (17 * i), lead);
        Marks.Draw(canvas, ink, Width - Margin, Margin + 2, 1, Marks.Of(words, farm.MadeUp, subject.Simulated));
    }

    private string When() => subject.Log is { Track.Count: > 0 } log ? figures.Span(log.Track[0].At, log.Track[^1].At) + " · " : "";
}
