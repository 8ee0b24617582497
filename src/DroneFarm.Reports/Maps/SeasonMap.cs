using System.Globalization;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Records;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Wording;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace DroneFarm.Reports.Maps;

/// <summary>The fields of a season, shaded by how often they were sprayed, with legend, scale bar and north.</summary>
internal sealed class SeasonMap : IPicture
{
    private const float FootGap = 10, ScaleColumn = 120, LeastHeight = 150, MostHeight = 420, LeastLabelWidth = 26;

    /// <summary>Each shade darker than the one before, also in a grey copy.</summary>
    private static readonly SKColor[] Shades = [new(0xD6, 0xEE, 0xE4), new(0x8F, 0xCB, 0xB4), new(0x3F, 0x97, 0x7C), new(0x12, 0x5E, 0x4B)];

    private readonly Words words;
    private readonly LocalFrame frame;
    private readonly List<(Polygon Shape, string Name, int Times, bool Incomplete)> fields = [];
    private readonly Envelope extentM = new();

    public SeasonMap(IReadOnlyList<FieldApplication> applications, Words words)
    {
        this.words = words;
        frame = new LocalFrame(applications.SelectMany(a => a.Boundary).SelectMany(r => r).Append(new GeoPoint(LatitudeDeg: 0, LongitudeDeg: 0)).First());
        foreach (var field in applications.GroupBy(a => a.FieldKey))
        {
            var last = field.MaxBy(a => a.From)!;
            if (last.Boundary.Count == 0 || last.Boundary.Any(r => r.Count < 4)) continue;
            var rings = last.Boundary.Select(r => new LinearRing([.. r.Select(p => frame.ToLocal(p).ToCoordinate())])).ToList();
            fields.Add((new Polygon(rings[0], [.. rings.Skip(1)]), last.FieldId, field.Count(), field.Any(a => !a.IsComplete)));
            extentM.ExpandToInclude(rings[0].EnvelopeInternal);
        }

        if (extentM.IsNull) extentM = new Envelope(0, 100, 0, 100);
        extentM.ExpandBy(Math.Max(5, 0.03 * Math.Max(extentM.Width, extentM.Height)));
    }

    public float HeightAt(float width, TextInk ink) => Math.Clamp(width * (float)(extentM.Height / extentM.Width), LeastHeight, MostHeight) + FootGap + Foot(width, ink).Height + 4;

    public void Draw(SKCanvas canvas, SKRect box, TextInk ink)
    {
        var legend = Foot(box.Width, ink);
        var map = new SKRect(box.Left, box.Top, box.Right, box.Bottom - FootGap - Math.Max(40, legend.Height));
        var view = new MapView(extentM, SKRect.Inflate(map, -4, -4));
        canvas.Save();
        canvas.ClipRect(map);
        Strokes.Rectangle(canvas, map, Palette.Ground);
        foreach (var field in fields)
        {
            using var shape = view.Shape(field.Shape);
            Strokes.Fill(canvas, shape, Shades[Math.Min(field.Times, Shades.Length) - 1]);
            if (field.Incomplete) Strokes.Hatch(canvas, shape, Palette.Missed, 4, 0.8f, map);
            Strokes.Line(canvas, shape, Palette.Boundary, fields.Count > 500 ? 0.25f : 0.6f);
        }

        var type = new Ink.Type(7, Palette.Text);
        foreach (var field in fields.Where(f => f.Shape.EnvelopeInternal.Width * view.Scale >= Math.Max(LeastLabelWidth, ink.Width(f.Name, type) + 3)))
        {
            var at = view.At(field.Shape.InteriorPoint.Coordinate);
            ink.DrawOnMap(canvas, field.Name, at.X, at.Y + 2.5f, type, SKTextAlign.Center);
        }

        canvas.Restore();
        Strokes.Rectangle(canvas, map, SKColors.Transparent, Palette.Boundary, 0.9f);
        var top = map.Bottom + FootGap;
        ScaleBar.Draw(canvas, ink, box.Left + 4, top + 22, view.Scale, ScaleColumn - 56);
        ScaleBar.DrawNorth(canvas, ink, box.Left + ScaleColumn - 24, top);
        var middle = frame.ToGeo(new LocalPoint(extentM.Centre.X, extentM.Centre.Y));
        ink.Draw(canvas, string.Create(CultureInfo.InvariantCulture, $"{middle.LatitudeDeg:F4}°, {middle.LongitudeDeg:F4}°"), box.Left, top + 37, new Ink.Type(7, Palette.Soft));
        legend.Draw(canvas, box.Left + ScaleColumn, top);
    }

    private Legend Foot(float width, TextInk ink)
    {
        var entries = Enumerable.Range(1, Shades.Length).Where(i => fields.Any(f => Math.Min(f.Times, Shades.Length) == i)).Select(i => new LegendEntry(
            words.Caption(i == Shades.Length ? "season.map.times-or-more" : "season.map.times", $"{i}"),
            $"{fields.Count(f => Math.Min(f.Times, Shades.Length) == i)}",
            (canvas, box) => Strokes.Rectangle(canvas, box, Shades[i - 1], Palette.Boundary))).ToList();
        if (fields.Exists(f => f.Incomplete)) entries.Add(new LegendEntry(words.Caption("season.map.incomplete"), $"{fields.Count(f => f.Incomplete)}", (canvas, box) =>
        {
            using var path = new SKPathBuilder();
            path.AddRect(box, SKPathDirection.Clockwise);
            using var shape = path.Detach();
            Strokes.Hatch(canvas, shape, Palette.Missed, 4, 0.8f, box);
            Strokes.Line(canvas, shape, Palette.Boundary, 0.7f);
        }));
        return new Legend(entries, ink, width - ScaleColumn);
    }
}
