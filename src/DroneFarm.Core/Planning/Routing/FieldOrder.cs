using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning.Routing;

/// <summary>The order of fields from a refill point and back to it: nearest next, improved by 2-opt and or-opt; then the tour of each that joins them best.</summary>
internal static class FieldOrder
{
    private const int MostImproved = 1500;

    /// <returns>Fields with the number of the chosen tour, in flying order.</returns>
    public static List<(FieldDraft Field, int Tour)> Of(IReadOnlyList<FieldDraft> fields, LocalPoint depot, CancellationToken cancel)
    {
        var middles = fields.Select(f => LocalPoint.From(f.Plan.Field.Boundary.EnvelopeInternal.Centre)).ToArray();
        var order = Nearest(middles, depot, cancel);
        if (order.Length is > 2 and <= MostImproved) Improve(order, middles, depot, cancel);
        return Tours([.. order.Select(i => fields[i])], depot);
    }

    private static int[] Nearest(LocalPoint[] middles, LocalPoint depot, CancellationToken cancel)
    {
        var left = Enumerable.Range(0, middles.Length).ToList();
        var order = new int[middles.Length];
        var at = depot;
        for (var k = 0; k < order.Length; k++)
        {
            cancel.ThrowIfCancellationRequested();
            var (nearest, nearestM) = (0, double.MaxValue);
            for (var i = 0; i < left.Count; i++)
            {
                var distanceM = at.DistanceM(middles[left[i]]);
                if (distanceM < nearestM) (nearest, nearestM) = (i, distanceM);
            }

            order[k] = left[nearest];
            at = middles[order[k]];
            left[nearest] = left[^1];
            left.RemoveAt(left.Count - 1);
        }

        return order;
    }

    private static void Improve(int[] order, LocalPoint[] middles, LocalPoint depot, CancellationToken cancel)
    {
        LocalPoint At(int k) => k < 0 || k >= order.Length ? depot : middles[order[k]];
        for (var (better, rounds) = (true, 0); better && rounds < 30; rounds++)
        {
            better = false;
            for (var i = 0; i < order.Length; i++)
            {
                cancel.ThrowIfCancellationRequested();
                for (var j = i + 1; j < order.Length; j++)
                {
                    var nowM = At(i - 1).DistanceM(At(i)) + At(j).DistanceM(At(j + 1));
                    var turnedM = At(i - 1).DistanceM(At(j)) + At(i).DistanceM(At(j + 1));
                    if (turnedM >= nowM - 0.01) continue;
                    Array.Reverse(order, i, j - i + 1);
                    better = true;
                }
            }

            better |= MoveOne(order, middles, depot);
        }
    }

    /// <summary>Or-opt with runs of one.</summary>
    private static bool MoveOne(int[] order, LocalPoint[] middles, LocalPoint depot)
    {
        LocalPoint At(int k) => k < 0 || k >= order.Length ? depot : middles[order[k]];
        var better = false;
        for (var i = 0; i < order.Length; i++)
        {
            var here = At(i);
            var freedM = At(i - 1).DistanceM(here) + here.DistanceM(At(i + 1)) - At(i - 1).DistanceM(At(i + 1));
            for (var j = -1; j < order.Length; j++)
            {
                if (j == i || j == i - 1) continue;
                var addedM = At(j).DistanceM(here) + here.DistanceM(At(j + 1)) - At(j).DistanceM(At(j + 1));
                if (addedM >= freedM - 0.01) continue;
                var moved = order[i];
                var to = j < i ? j + 1 : j;
                if (to < i) Array.Copy(order, to, order, to + 1, i - to);
                else Array.Copy(order, i + 1, order, i, to - i);
                order[to] = moved;
                better = true;
                break;
            }
        }

        return better;
    }

    /// <summary>By dynamic programming over the tours of each field.</summary>
    private static List<(FieldDraft Field, int Tour)> Tours(List<FieldDraft> order, LocalPoint depot)
    {
        var came = new int[order.Count][];
        double[] reached = [0];
        var exits = new List<LocalPoint> { depot };
        for (var i = 0; i < order.Count; i++)
        {
            var field = order[i];
            var next = new double[field.Tours.Count];
            came[i] = new int[next.Length];
            for (var t = 0; t < next.Length; t++)
            {
                next[t] = double.MaxValue;
                for (var w = 0; w < reached.Length; w++)
                {
                    var lengthM = reached[w] + exits[w].DistanceM(field.Entry(t));
                    if (lengthM < next[t]) (next[t], came[i][t]) = (lengthM, w);
                }
            }

            reached = next;
            exits = [.. Enumerable.Range(0, next.Length).Select(field.Exit)];
        }

        var last = Enumerable.Range(0, reached.Length).MinBy(w => reached[w] + exits[w].DistanceM(depot));
        var chosen = new List<(FieldDraft, int)>(order.Count);
        for (var i = order.Count - 1; i >= 0; i--)
        {
            chosen.Add((order[i], last));
            last = came[i][last];
        }

        chosen.Reverse();
        return chosen;
    }
}
