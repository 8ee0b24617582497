using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning.Routing;

/// <summary>For fields in a given order, the tour of each that makes the way between them shortest: exact, by dynamic programming over the tours of each field.</summary>
internal sealed record FieldTours(List<(FieldDraft Field, int Tour)> Chosen, double LengthM)
{
    public static FieldTours Of(List<FieldDraft> order, LocalPoint from, LocalPoint to)
    {
        var came = new int[order.Count][];
        double[] reached = [0];
        var exits = new List<LocalPoint> { from };
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

        var last = Enumerable.Range(0, reached.Length).MinBy(w => reached[w] + exits[w].DistanceM(to));
        var lengthAllM = reached[last] + exits[last].DistanceM(to);
        var chosen = new List<(FieldDraft, int)>(order.Count);
        for (var i = order.Count - 1; i >= 0; i--)
        {
            chosen.Add((order[i], last));
            last = came[i][last];
        }

        chosen.Reverse();
        return new FieldTours(chosen, lengthAllM);
    }
}
