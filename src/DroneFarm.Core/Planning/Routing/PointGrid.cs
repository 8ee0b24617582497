using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning.Routing;

/// <summary>Points in square buckets, so that near ones are found without looking at all.</summary>
internal sealed class PointGrid
{
    private readonly LocalPoint[] points;
    private readonly List<int>[] buckets;
    private readonly LocalPoint corner;
    private readonly double sideM;
    private readonly int columns, rows;

    public PointGrid(LocalPoint[] points)
    {
        this.points = points;
        corner = new LocalPoint(points.Min(p => p.EastM), points.Min(p => p.NorthM));
        double eastM = points.Max(p => p.EastM) - corner.EastM, northM = points.Max(p => p.NorthM) - corner.NorthM;
        sideM = Math.Max(1, Math.Max(Math.Sqrt(2 * eastM * northM / points.Length), Math.Max(eastM, northM) / points.Length));
        (columns, rows) = (1 + (int)(eastM / sideM), 1 + (int)(northM / sideM));
        buckets = new List<int>[columns * rows];
        for (var i = 0; i < buckets.Length; i++) buckets[i] = [];
        for (var i = 0; i < points.Length; i++) BucketOf(points[i]).Add(i);
    }

    public void Remove(int point) => BucketOf(points[point]).Remove(point);

    /// <summary>The points nearest to a place, the nearest first.</summary>
    public List<int> Nearest(LocalPoint place, int most, int except = -1)
    {
        var found = new List<(double M, int Point)>();
        int column = ColumnOf(place), row = RowOf(place), widest = Math.Max(columns, rows);
        for (var ring = 0; ring <= widest; ring++)
        {
            // What lies further out is at least so far away.
            if (found.Count >= most && found[most - 1].M <= (ring - 1) * sideM) break;
            Gather(place, column, row, ring, except, found);
            found.Sort();
        }

        return found.ConvertAll(f => f.Point) is var all && all.Count > most ? all.GetRange(0, most) : all;
    }

    private void Gather(LocalPoint place, int column, int row, int ring, int except, List<(double M, int Point)> found)
    {
        for (var r = Math.Max(0, row - ring); r <= Math.Min(rows - 1, row + ring); r++)
        {
            var step = r == row - ring || r == row + ring ? 1 : Math.Max(1, 2 * ring);
            for (var c = column - ring; c <= column + ring; c += step)
            {
                if (c < 0 || c >= columns) continue;
                foreach (var point in buckets[(r * columns) + c])
                {
                    if (point != except) found.Add((place.DistanceM(points[point]), point));
                }
            }
        }
    }

    private List<int> BucketOf(LocalPoint place) => buckets[(RowOf(place) * columns) + ColumnOf(place)];

    private int ColumnOf(LocalPoint place) => Math.Clamp((int)Math.Floor((place.EastM - corner.EastM) / sideM), 0, columns - 1);

    private int RowOf(LocalPoint place) => Math.Clamp((int)Math.Floor((place.NorthM - corner.NorthM) / sideM), 0, rows - 1);
}
