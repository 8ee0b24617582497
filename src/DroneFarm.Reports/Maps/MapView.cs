using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;
using SkiaSharp;

namespace DroneFarm.Reports.Maps;

/// <summary>From metres east and north to places on a canvas: one scale for both directions, north up, the extent in the middle of the box.</summary>
internal sealed class MapView
{
    private readonly double middleEastM, middleNorthM;

    public MapView(Envelope extentM, SKRect box)
    {
        Box = box;
        Scale = Math.Min(box.Width / Math.Max(extentM.Width, 1), box.Height / Math.Max(extentM.Height, 1));
        (middleEastM, middleNorthM) = (extentM.Centre.X, extentM.Centre.Y);
    }

    public SKRect Box { get; }

    /// <summary>The ground inside the box, which may be more than the extent asked for.</summary>
    public Envelope VisibleM
    {
        get
        {
            var (eastM, northM) = (Box.Width / Scale / 2, Box.Height / Scale / 2);
            return new Envelope(middleEastM - eastM, middleEastM + eastM, middleNorthM - northM, middleNorthM + northM);
        }
    }

    /// <summary>Canvas units for one metre.</summary>
    public double Scale { get; }

    public SKPoint At(double eastM, double northM) =>
        new((float)(Box.MidX + ((eastM - middleEastM) * Scale)), (float)(Box.MidY - ((northM - middleNorthM) * Scale)));

    public SKPoint At(LocalPoint point) => At(point.EastM, point.NorthM);

    public SKPoint At(Coordinate coordinate) => At(coordinate.X, coordinate.Y);

    public SKPath Line(IEnumerable<LocalPoint> points)
    {
        using var line = new SKPathBuilder();
        var isFirst = true;
        foreach (var point in points.Select(At))
        {
            if (isFirst) line.MoveTo(point);
            else line.LineTo(point);
            isFirst = false;
        }

        return line.Detach();
    }

    /// <summary>All rings and lines of a geometry; holes stay holes. Steps too small to be seen are left out.</summary>
    public SKPath Shape(Geometry geometry)
    {
        using var path = new SKPathBuilder { FillType = SKPathFillType.EvenOdd };
        Add(path, geometry);
        return path.Detach();
    }

    private void Add(SKPathBuilder path, Geometry geometry)
    {
        switch (geometry)
        {
            case Polygon polygon when !polygon.IsEmpty:
                AddLine(path, polygon.ExteriorRing, isRing: true);
                foreach (var hole in polygon.InteriorRings) AddLine(path, hole, isRing: true);
                break;
            case LineString line when !line.IsEmpty:
                AddLine(path, line, isRing: false);
                break;
            case GeometryCollection many:
                foreach (var part in many.Geometries) Add(path, part);
                break;
        }
    }

    private void AddLine(SKPathBuilder path, LineString line, bool isRing)
    {
        const float SeenAt = 0.1f;
        var last = At(line.GetCoordinateN(0));
        path.MoveTo(last);
        for (var i = 1; i < line.NumPoints; i++)
        {
            var next = At(line.GetCoordinateN(i));
            if (SKPoint.Distance(last, next) < SeenAt && i < line.NumPoints - 1) continue;
            path.LineTo(next);
            last = next;
        }

        if (isRing) path.Close();
    }
}
