using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning.Routing;

/// <summary>The shortest way from corner to corner between two points; whether one sees the other is asked only when it matters.</summary>
/// <remarks>Source: P. Hart, N. Nilsson, B. Raphael, "A formal basis for the heuristic determination of minimum cost paths", 1968, on the visibility graph of T. Lozano-Pérez and M. Wesley, 1979.</remarks>
internal static class ShortestPath
{
    /// <param name="longestM">A longer way is of no use.</param>
    /// <returns>From start to goal, or null when the corners do not connect them.</returns>
    public static List<LocalPoint>? Find(LocalPoint start, LocalPoint goal, IReadOnlyList<LocalPoint> corners, Func<LocalPoint, LocalPoint, bool> sees, double longestM = double.MaxValue)
    {
        int from = corners.Count, to = corners.Count + 1;
        LocalPoint At(int node) => node == from ? start : node == to ? goal : corners[node];
        var cameM = new double[corners.Count + 2];
        Array.Fill(cameM, double.MaxValue);
        cameM[from] = 0;
        var done = new bool[cameM.Length];
        var parent = new int[cameM.Length];
        Array.Fill(parent, -1);
        // A node waits with the parent it was reached from: the sight line is tested when its turn comes, not before.
        var open = new PriorityQueue<(int Node, int Parent, double CameM), double>();
        open.Enqueue((from, -1, 0), start.DistanceM(goal));
        while (open.TryDequeue(out var step, out var leastM) && leastM <= longestM)
        {
            if (done[step.Node] || (step.Parent >= 0 && !sees(At(step.Parent), At(step.Node)))) continue;
            done[step.Node] = true;
            parent[step.Node] = step.Parent;
            cameM[step.Node] = step.CameM;
            if (step.Node == to) break;
            var here = At(step.Node);
            for (var next = 0; next < cameM.Length; next++)
            {
                if (done[next] || next == from) continue;
                var there = At(next);
                var wayM = step.CameM + here.DistanceM(there);
                if (wayM + there.DistanceM(goal) is var totalM && totalM <= longestM) open.Enqueue((next, step.Node, wayM), totalM);
            }
        }

        if (!done[to]) return null;
        var path = new List<LocalPoint>();
        for (var node = to; node >= 0; node = parent[node]) path.Add(At(node));
        path.Reverse();
        return path;
    }
}
