using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning.Ground;

/// <summary>Which stretches of a straight line lie within a distance of an area's edges, found exactly: beside an edge between its ends, or around a corner.</summary>
internal static class NearStretches
{
    /// <param name="stretches">Gets shares of the line, 0 at its start; they may overlap.</param>
    public static void Find(LocalPoint from, LocalPoint to, Rings area, double withinM, List<(double From, double To)> stretches)
    {
        var step = to - from;
        for (var ring = 0; ring < area.Count; ring++)
        {
            for (var i = area.Starts[ring]; i + 1 < area.Starts[ring + 1]; i++)
            {
                var corner = new LocalPoint(area.X[i], area.Y[i]);
                var edge = new LocalPoint(area.X[i + 1], area.Y[i + 1]) - corner;
                if (AroundCorner(from - corner, step, withinM) is { } round) stretches.Add(round);
                if (BesideEdge(from - corner, step, edge, withinM) is { } beside) stretches.Add(beside);
            }
        }
    }

    /// <summary>What is left of the line from 0 to 1.</summary>
    public static IEnumerable<(double From, double To)> Others(List<(double From, double To)> stretches)
    {
        stretches.Sort();
        var reached = 0.0;
        foreach (var (from, to) in stretches)
        {
            if (from > reached) yield return (reached, from);
            reached = Math.Max(reached, to);
        }

        if (reached < 1) yield return (reached, 1);
    }

    private static (double, double)? AroundCorner(LocalVector off, LocalVector step, double radiusM)
    {
        double a = step.Dot(step), b = off.Dot(step), c = off.Dot(off) - (radiusM * radiusM);
        var root = (b * b) - (a * c);
        return a > 0 && root > 0 ? Within((-b - Math.Sqrt(root)) / a, (-b + Math.Sqrt(root)) / a) : null;
    }

    private static (double, double)? BesideEdge(LocalVector off, LocalVector step, LocalVector edge, double withinM)
    {
        var unit = edge.Unit;
        var (enter, leave) = (0.0, 1.0);
        return Cut(unit.Dot(off), unit.Dot(step), 0, edge.LengthM, ref enter, ref leave) && Cut(unit.Cross(off), unit.Cross(step), -withinM, withinM, ref enter, ref leave)
            ? Within(enter, leave)
            : null;
    }

    /// <summary>Cuts [enter, leave] down to where a value that changes evenly lies between two limits; false when nothing is left.</summary>
    private static bool Cut(double start, double change, double least, double most, ref double enter, ref double leave)
    {
        if (Math.Abs(change) < 1e-12) return start >= least && start <= most;
        var (one, other) = ((least - start) / change, (most - start) / change);
        enter = Math.Max(enter, Math.Min(one, other));
        leave = Math.Min(leave, Math.Max(one, other));
        return enter < leave;
    }

    private static (double, double)? Within(double from, double to) => from < 1 && to > 0 && from < to ? (Math.Max(0, from), Math.Min(1, to)) : null;
}
