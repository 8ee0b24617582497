namespace DroneFarm.Core.Planning.Swaths;

/// <summary>
/// The directions worth trying: those of the boundary's sides, longest together first, and across the first. For a convex area the best
/// direction is one of them: any other cuts one more swath short (H. Choset, "Coverage for robotics", 2001, on the sweep direction of a cell).
/// </summary>
internal static class Directions
{
    private const double SameRad = 1.5 * Math.PI / 180;

    public static List<double> Of(List<Side> sides, int most)
    {
        var found = new List<(double TurnRad, double LengthM)>();
        foreach (var side in sides.OrderByDescending(s => s.LengthM))
        {
            var turnRad = Fold(side.TurnRad);
            var same = found.FindIndex(f => Math.Abs(Math.IEEERemainder(f.TurnRad - turnRad, Math.PI)) < SameRad);
            if (same >= 0) found[same] = found[same] with { LengthM = found[same].LengthM + side.LengthM };
            else if (found.Count < 4 * most) found.Add((turnRad, side.LengthM));
        }

        found.Sort((a, b) => b.LengthM.CompareTo(a.LengthM));
        var directions = found.Take(most).Select(f => f.TurnRad).ToList();
        if (directions.Count > 0)
        {
            var across = Fold(directions[0] + (Math.PI / 2));
            if (directions.TrueForAll(d => Math.Abs(Math.IEEERemainder(d - across, Math.PI)) > SameRad)) directions.Add(across);
        }

        return directions;
    }

    /// <summary>A line has no sense: into [0, pi).</summary>
    private static double Fold(double turnRad)
    {
        var folded = turnRad % Math.PI;
        return folded < 0 ? folded + Math.PI : folded;
    }
}
