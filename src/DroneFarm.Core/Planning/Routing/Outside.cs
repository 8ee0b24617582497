using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Ground;

namespace DroneFarm.Core.Planning.Routing;

/// <summary>An area to stay out of.</summary>
internal sealed class Outside(Rings area)
{
    /// <summary>Whether a straight line stays outside.</summary>
    public bool Misses(LocalPoint a, LocalPoint b)
    {
        double[] x = area.X, y = area.Y;
        double dx = b.EastM - a.EastM, dy = b.NorthM - a.NorthM;
        for (var ring = 0; ring < area.Count; ring++)
        {
            for (var i = area.Starts[ring]; i + 1 < area.Starts[ring + 1]; i++)
            {
                double one = (dx * (y[i] - a.NorthM)) - (dy * (x[i] - a.EastM)), other = (dx * (y[i + 1] - a.NorthM)) - (dy * (x[i + 1] - a.EastM));
                if (one * other > 0) continue;
                double ex = x[i + 1] - x[i], ey = y[i + 1] - y[i];
                double from = (ex * (a.NorthM - y[i])) - (ey * (a.EastM - x[i])), to = (ex * (b.NorthM - y[i])) - (ey * (b.EastM - x[i]));
                if (from * to <= 0 && (one != 0 || other != 0)) return false;
            }
        }

        return !area.Contains(a) && !area.Contains(new LocalPoint(a.EastM + (dx / 2), a.NorthM + (dy / 2)));
    }
}
