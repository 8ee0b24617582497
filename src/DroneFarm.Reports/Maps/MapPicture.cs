using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Wording;
using SkiaSharp;

namespace DroneFarm.Reports.Maps;

/// <summary>Draws a map with its legend into a box of any canvas: the PNG and the page of the record are the same drawing.</summary>
internal sealed class MapPicture(MapSubject subject, Words words, Figures figures, TextInk ink)
{
    private const float FootGap = 10, ScaleColumn = 150, SortieRadius = 7;

    /// <summary>Where the map itself lay, and what labels took, after <see cref="Draw"/>.</summary>
    public MapView? View { get; private set; }

    public LabelPlacer? Labels { get; private set; }

    /// <summary>The height that the legend takes below a map of this width.</summary>
    public float FootHeight(float width) => FootGap + Math.Max(58, LegendOf(width).Height);

    public void Draw(SKCanvas canvas, SKRect box)
    {
        var foot = FootHeight(box.Width);
        var map = new SKRect(box.Left, box.Top, box.Right, box.Bottom - foot);
        View = new MapView(subject.ExtentM(), SKRect.Inflate(map, -4, -4));
        Labels = new LabelPlacer(map);

        canvas.Save();
        canvas.ClipRect(map);
        Strokes.Rectangle(canvas, map, Palette.Ground);
        DrawGround(canvas, View);
        DrawLabels(canvas, View, Labels);
        canvas.Restore();
        Strokes.Rectangle(canvas, map, SKColors.Transparent, Palette.Boundary, 0.9f);
        DrawFoot(canvas, box.Left, map.Bottom + FootGap, box.Width, View);
    }

    private void DrawGround(SKCanvas canvas, MapView view)
    {
        var plan = subject.Plan;
        var refused = plan.Fields.Where(f => f.IsRefused).Select(f => f.Field.Id).ToHashSet();
        var planned = plan.Fields.Select(f => f.Field.Id).Where(id => !refused.Contains(id)).ToHashSet();
        foreach (var field in plan.Farm.Fields)
        {
            using var shape = view.Shape(field.Boundary);
            Strokes.Fill(canvas, shape, planned.Contains(field.Id) ? Palette.Paddy : Palette.NotPlanned);
        }

        RateGround.Draw(canvas, view, RateGround.Of(plan), alsoSprayed: subject.Applied is null);
        foreach (var zone in plan.Farm.Zones) Surroundings.DrawZone(canvas, view, zone);
        if (subject.Applied is { } applied)
        {
            Paint(canvas, view, applied.Sprayed, Palette.Once);
            Paint(canvas, view, applied.Doubled, Palette.Twice);
            Paint(canvas, view, applied.Missed, Palette.Missed);
            Paint(canvas, view, applied.OffTarget, Palette.OffTarget);
        }

        foreach (var field in plan.Farm.Fields)
        {
            using var shape = view.Shape(field.Boundary);
            Strokes.Line(canvas, shape, Palette.Boundary, 0.9f);
        }

        if (subject.Applied is null) PlannedLines.Draw(canvas, view, plan);
        else if (subject.Log is { } log) FlownLine.Draw(canvas, view, plan.Farm.Frame, log);
        foreach (var obstacle in plan.Farm.Obstacles) Surroundings.DrawObstacle(canvas, view, obstacle);
    }

    private void DrawLabels(SKCanvas canvas, MapView view, LabelPlacer labels)
    {
        foreach (var refill in subject.Plan.Farm.RefillPoints)
        {
            var at = view.At(refill.Place);
            labels.TryTake(SKRect.Create(at.X - 8, at.Y - 8, 16, 16));
            Surroundings.DrawRefillSymbol(canvas, at, ink);
        }

        DrawSortieNumbers(canvas, view, labels);
        new FieldLabels(canvas, view, labels, ink, words.Unit("unit.mu")).Draw(subject.Plan.Farm.Fields);
        foreach (var refill in subject.Plan.Farm.RefillPoints) DrawName(canvas, labels, refill.Name, view.At(refill.Place));
        foreach (var zone in subject.Plan.Farm.Zones)
        {
            if (!zone.Shape.IsEmpty) DrawName(canvas, labels, zone.Name, view.At(zone.Shape.InteriorPoint.Coordinate));
        }
    }

    /// <summary>All leaders first, so that none crosses a number.</summary>
    private void DrawSortieNumbers(SKCanvas canvas, MapView view, LabelPlacer labels)
    {
        var placed = new List<(int Number, SKPoint Middle, SKColor Colour)>();
        foreach (var (number, place) in subject.SortieStarts())
        {
            var start = view.At(place);
            if (labels.TakeNear(start, 2 * SortieRadius, 2 * SortieRadius, rings: 3) is not { } box) continue;
            var middle = new SKPoint(box.MidX, box.MidY);
            var colour = subject.Applied is null ? Palette.Sortie(number) : Palette.Text;
            if (SKPoint.Distance(middle, start) > SortieRadius) Strokes.Rule(canvas, middle.X, middle.Y, start.X, start.Y, colour, 0.7f);
            placed.Add((number, middle, colour));
        }

        foreach (var (number, middle, colour) in placed)
        {
            Strokes.Disc(canvas, middle, SortieRadius, SKColors.White, colour, 1.2f);
            ink.Draw(canvas, $"{number}", middle.X, middle.Y + 2.9f, new Ink.Type(number > 99 ? 6 : 8, Palette.Text, Bold: true), SKTextAlign.Center);
        }
    }

    private void DrawName(SKCanvas canvas, LabelPlacer labels, string name, SKPoint place)
    {
        var type = new Ink.Type(8, Palette.Text);
        if (name.Length == 0 || labels.TakeNear(place, ink.Width(name, type) + 2, 11, rings: 2) is not { } box) return;
        ink.DrawOnMap(canvas, name, box.MidX, box.Bottom - 2.6f, type, SKTextAlign.Center);
    }

    private void DrawFoot(SKCanvas canvas, float left, float top, float width, MapView view)
    {
        var small = new Ink.Type(7.5f, Palette.Soft);
        ScaleBar.Draw(canvas, ink, left + 4, top + 22, view.Scale, ScaleColumn - 60);
        ScaleBar.DrawNorth(canvas, ink, left + ScaleColumn - 28, top);
        var middle = subject.ExtentM().Centre;
        var place = subject.Plan.Farm.Frame.ToGeo(new(middle.X, middle.Y));
        ink.Draw(canvas, words.Joined("map.centre"), left, top + 40, small);
        ink.Draw(canvas, $"{place.LatitudeDeg:F5}°, {place.LongitudeDeg:F5}° WGS84", left, top + 51, small);
        LegendOf(width, view.VisibleM).Draw(canvas, left + ScaleColumn, top);
    }

    private Legend LegendOf(float width, NetTopologySuite.Geometries.Envelope? visibleM = null) => new(LegendEntries.Of(subject, words, figures, ink, visibleM), ink, width - ScaleColumn);

    private static void Paint(SKCanvas canvas, MapView view, NetTopologySuite.Geometries.Geometry ground, SKColor colour)
    {
        if (ground.IsEmpty) return;
        using var shape = view.Shape(ground);
        Strokes.Fill(canvas, shape, colour);
    }
}
