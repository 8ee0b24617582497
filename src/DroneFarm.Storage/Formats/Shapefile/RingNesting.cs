using DroneFarm.Core.Geo;

namespace DroneFarm.Storage.Formats.Shapefile;

/// <summary>
/// A shapefile keeps shells and holes in one list: shells run clockwise, holes the other way. Says which hole is whose, and turns them as GeoJSON has them.
/// Where nothing runs clockwise the writer did not keep the rule, and what lies in another ring is a hole.
/// </summary>
internal static class RingNesting
{
    public static GeoShape Polygons(IReadOnlyList<GeoPoint[]> rings)
    {
        if (rings.Count == 0) return GeoShape.None;
        var all = rings.Select(r => new Ring(r)).ToList();
        var shells = all.Where(r => r.Area2 <= 0).ToList();
        if (shells.Count == 0) shells = [.. all.Where(r => all.Count(o => o != r && o.Contains(r)) % 2 == 0)];
        var holes = shells.ToDictionary(s => s, _ => new List<Ring>());
        var parts = new List<GeoPoint[][]>();
        foreach (var hole in all.Except(shells))
        {
            var around = shells.Where(s => s.Contains(hole)).MinBy(s => Math.Abs(s.Area2));
            // A hole in nothing is somebody's field drawn the other way round.
            if (around is null) parts.Add([hole.Points]);
            else holes[around].Add(hole);
        }

        parts.InsertRange(0, shells.Select(s => (GeoPoint[][])[s.Turned(toLeft: true), .. holes[s].Select(h => h.Turned(toLeft: false))]));
        return new GeoShape(GeoShapeKind.Polygons, parts);
    }

    private sealed class Ring
    {
        private readonly double minX, minY, maxX, maxY;

        public Ring(GeoPoint[] points)
        {
            Points = points;
            // Small numbers first: metres of a projection squared would lose the millimetres.
            var first = points[0];
            for (var i = 0; i < points.Length; i++)
            {
                var (a, b) = (points[i], points[(i + 1) % points.Length]);
                Area2 += ((a.LongitudeDeg - first.LongitudeDeg) * (b.LatitudeDeg - first.LatitudeDeg)) - ((b.LongitudeDeg - first.LongitudeDeg) * (a.LatitudeDeg - first.LatitudeDeg));
            }

            (minX, maxX, minY, maxY) = (points.Min(p => p.LongitudeDeg), points.Max(p => p.LongitudeDeg), points.Min(p => p.LatitudeDeg), points.Max(p => p.LatitudeDeg));
        }

        public GeoPoint[] Points { get; }

        /// <summary>Twice the area, positive when it runs counter-clockwise.</summary>
        public double Area2 { get; }

        public GeoPoint[] Turned(bool toLeft) => Area2 > 0 == toLeft ? Points : [.. Points.AsEnumerable().Reverse()];

        /// <summary>Whether most of the other's corners lie inside: one may lie on this ring.</summary>
        public bool Contains(Ring other)
        {
            if (other.minX < minX || other.maxX > maxX || other.minY < minY || other.maxY > maxY) return false;
            var tries = other.Points.Take(5).ToList();
            return tries.Count(IsInside) * 2 > tries.Count;
        }

        private bool IsInside(GeoPoint point)
        {
            var inside = false;
            for (int i = 0, j = Points.Length - 1; i < Points.Length; j = i++)
            {
                var (a, b) = (Points[i], Points[j]);
                if (a.LatitudeDeg > point.LatitudeDeg != b.LatitudeDeg > point.LatitudeDeg
                    && point.LongitudeDeg < ((b.LongitudeDeg - a.LongitudeDeg) * (point.LatitudeDeg - a.LatitudeDeg) / (b.LatitudeDeg - a.LatitudeDeg)) + a.LongitudeDeg) inside = !inside;
            }

            return inside;
        }
    }
}
