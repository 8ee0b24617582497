using DroneFarm.Core.Fields;
using DroneFarm.Reports.Ink;
using DroneFarm.Reports.Wording;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using SkiaSharp;

namespace DroneFarm.Reports.Maps;

/// <summary>
/// Names on fields: name and area where both fit inside the boundary, on two lines or three, else the name alone, smaller, else the field's id, else nothing.
/// </summary>
internal sealed class FieldLabels(SKCanvas canvas, MapView view, LabelPlacer placer, TextInk ink, string muUnit)
{
    private const float SmallestSide = 6;

    public void Draw(IEnumerable<Field> fields)
    {
        foreach (var field in fields.OrderByDescending(f => f.AreaM2)) Draw(field);
    }

    private void Draw(Field field)
    {
        var extent = field.Boundary.EnvelopeInternal;
        if (Math.Min(extent.Width, extent.Height) * view.Scale < SmallestSide) return;
        var boundary = PreparedGeometryFactory.Prepare(field.Boundary);
        var places = PlacesIn(field.Boundary, boundary);
        var name = field.Name.Length > 0 ? field.Name : field.Id;
        var area = $"{Figures.Mu(field.AreaM2)} {muUnit}";
        var halved = Halved(name);
        foreach (var size in new[] { 10f, 9f, 8f, 7f })
        {
            if (TryDraw(places, boundary, [(name, Bold(size)), (area, Plain(size - 1))])) return;
            if (halved.Length > 1 && TryDraw(places, boundary, [.. halved.Select(n => (n, Bold(size))), (area, Plain(size - 1))])) return;
        }

        foreach (var size in new[] { 9f, 8f, 7f })
        {
            if (TryDraw(places, boundary, [(name, Bold(size))])) return;
            if (halved.Length > 1 && TryDraw(places, boundary, [.. halved.Select(n => (n, Bold(size)))])) return;
        }

        foreach (var size in new[] { 9f, 8f, 7f, 6f })
        {
            if (TryDraw(places, boundary, [(field.Id, Bold(size))])) return;
        }
    }

    /// <summary>A name of several words on two lines, divided at the space nearest to its middle.</summary>
    private static string[] Halved(string name)
    {
        var spaces = Enumerable.Range(0, name.Length).Where(i => name[i] == ' ').ToList();
        if (spaces.Count == 0) return [name];
        var space = spaces.MinBy(i => Math.Abs(Weight(name[..i]) - Weight(name[(i + 1)..])));
        return [name[..space], name[(space + 1)..]];
    }

    /// <summary>Chinese characters are twice as wide as Latin letters.</summary>
    private static int Weight(string text) => text.Sum(c => c > 0x2E80 ? 2 : 1);

    private static Ink.Type Bold(float size) => new(size, Palette.Text, Bold: true);

    private static Ink.Type Plain(float size) => new(size, Palette.Text);

    private bool TryDraw(IReadOnlyList<Coordinate> places, IPreparedGeometry boundary, (string Text, Ink.Type Type)[] lines)
    {
        var width = lines.Max(l => ink.Width(l.Text, l.Type)) + 2;
        var height = lines.Sum(l => l.Type.Size * 1.25f);
        foreach (var place in places)
        {
            var middle = view.At(place);
            var box = SKRect.Create(middle.X - (width / 2), middle.Y - (height / 2), width, height);
            if (!placer.IsFree(box) || !boundary.Contains(OnGround(box))) continue;
            placer.TryTake(box);
            var top = box.Top;
            foreach (var (text, type) in lines)
            {
                ink.DrawOnMap(canvas, text, box.MidX, top + (type.Size * 1.02f), type, SKTextAlign.Center);
                top += type.Size * 1.25f;
            }

            return true;
        }

        return false;
    }

    /// <summary>The inner point, then a grid over the field, the middle first.</summary>
    private static IReadOnlyList<Coordinate> PlacesIn(Polygon boundary, IPreparedGeometry prepared)
    {
        const int Steps = 8;
        var extent = boundary.EnvelopeInternal;
        var grid = from i in Enumerable.Range(1, Steps - 1)
                   from j in Enumerable.Range(1, Steps - 1)
                   let place = new Coordinate(extent.MinX + (extent.Width * i / Steps), extent.MinY + (extent.Height * j / Steps))
                   where prepared.Contains(boundary.Factory.CreatePoint(place))
                   select place;
        Coordinate[] first = [boundary.Centroid.Coordinate, boundary.InteriorPoint.Coordinate];
        return [.. first, .. grid.OrderBy(p => p.Distance(first[0]))];
    }

    private Polygon OnGround(SKRect box)
    {
        var middle = view.At(0, 0);
        Coordinate At(float x, float y) => new((x - middle.X) / view.Scale, (middle.Y - y) / view.Scale);
        return GeometryFactory.Default.CreatePolygon(
            [At(box.Left, box.Top), At(box.Right, box.Top), At(box.Right, box.Bottom), At(box.Left, box.Bottom), At(box.Left, box.Top)]);
    }
}
