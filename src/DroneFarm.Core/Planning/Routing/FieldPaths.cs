using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Ground;

namespace DroneFarm.Core.Planning.Routing;

/// <summary>Ways from swath to swath that never leave the field's sprayable ground: straight where they can be, else round the inner corners.</summary>
internal sealed class FieldPaths(Rings ground)
{
    /// <summary>Ways turn this far from a corner, so that rounding keeps them inside.</summary>
    private const double OffCornerM = 0.1;

    private const int MostCorners = 400;

    private List<LocalPoint>? corners;

    /// <returns>Null when no way inside was found: the ground is in pieces.</returns>
    public IReadOnlyList<LocalPoint>? Way(LocalPoint from, LocalPoint to)
    {
        if (Sees(from, to)) return [from, to];
        corners ??= InnerCorners();
        foreach (var roomier in (double[])[1.3, 3, 20])
        {
            var reachM = (roomier * from.DistanceM(to)) + 20;
            var near = corners.Where(c => from.DistanceM(c) + c.DistanceM(to) <= reachM).ToList();
            if (near.Count > MostCorners) near = [.. near.OrderBy(c => from.DistanceM(c) + c.DistanceM(to)).Take(MostCorners)];
            if (ShortestPath.Find(from, to, near, Sees) is { } way) return way;
            if (near.Count == corners.Count) break;
        }

        return null;
    }

    /// <summary>Whether the straight line between two points of the ground stays in it.</summary>
    public bool Sees(LocalPoint a, LocalPoint b)
    {
        double[] x = ground.X, y = ground.Y;
        double dx = b.EastM - a.EastM, dy = b.NorthM - a.NorthM;
        foreach (ref readonly var run in ground.Runs.All)
        {
            if (!run.MayMeet(a, b)) continue;
            var side = Side(run.From);
            for (var i = run.From; i < run.To; i++)
            {
                var next = Side(i + 1);
                if (side * next < 0)
                {
                    double ex = x[i + 1] - x[i], ey = y[i + 1] - y[i];
                    var one = (ex * (a.NorthM - y[i])) - (ey * (a.EastM - x[i]));
                    var other = (ex * (b.NorthM - y[i])) - (ey * (b.EastM - x[i]));
                    if (one * other < 0) return false;
                }

                side = next;
            }
        }

        return ground.Contains(new LocalPoint(a.EastM + (dx / 2), a.NorthM + (dy / 2)));

        double Side(int i) => (dx * (y[i] - a.NorthM)) - (dy * (x[i] - a.EastM));
    }

    /// <summary>Corners that stick into the ground, moved a little into it.</summary>
    private List<LocalPoint> InnerCorners()
    {
        var found = new List<LocalPoint>();
        for (var ring = 0; ring < ground.Count; ring++)
        {
            int from = ground.Starts[ring], to = ground.Starts[ring + 1] - 1;
            for (var i = from; i < to; i++)
            {
                var here = At(i);
                var before = (here - At(i == from ? to - 1 : i - 1)).Unit;
                var after = (At(i + 1) - here).Unit;
                if (before.Cross(after) >= -1e-9) continue;
                var moved = here + ((before.Left + after.Left).Unit * OffCornerM);
                if (ground.Contains(moved)) found.Add(moved);
            }
        }

        return found;
    }

    private LocalPoint At(int i) => new(ground.X[i], ground.Y[i]);
}
