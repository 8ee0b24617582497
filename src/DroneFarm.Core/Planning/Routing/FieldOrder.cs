using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning.Routing;

/// <summary>
/// The order of fields from one place to another: nearest next, improved first by the fields' middles, then by where their tours begin and end; and the tour of
/// each field that joins them best. Time grows near-linearly with the fields.
/// </summary>
internal static class FieldOrder
{
    private const int Neighbours = 10, TrialsPerField = 2000, MostRounds = 4;

    /// <returns>Fields with the number of the chosen tour, in flying order.</returns>
    public static List<(FieldDraft Field, int Tour)> Of(IReadOnlyList<FieldDraft> fields, LocalPoint from, LocalPoint to, CancellationToken cancel)
    {
        var middles = fields.Select(f => LocalPoint.From(f.Plan.Field.Boundary.EnvelopeInternal.Centre)).ToArray();
        var order = Nearest(middles, from, cancel);
        var grid = new PointGrid(middles);
        int[][] near = [.. middles.Select((m, i) => grid.Nearest(m, Neighbours, except: i).ToArray())];
        new OrderSearch(order, new bool[order.Length], middles, middles, from, to, near, TrialsPerField * order.Length).Run(cancel);

        var best = FieldTours.Of([.. order.Select(i => fields[i])], from, to);
        for (var round = 0; round < MostRounds; round++)
        {
            var (heads, tails) = (new LocalPoint[order.Length], new LocalPoint[order.Length]);
            for (var k = 0; k < order.Length; k++) (heads[order[k]], tails[order[k]]) = (best.Chosen[k].Field.Entry(best.Chosen[k].Tour), best.Chosen[k].Field.Exit(best.Chosen[k].Tour));
            var tried = (int[])order.Clone();
            new OrderSearch(tried, new bool[order.Length], heads, tails, from, to, near, TrialsPerField * order.Length).Run(cancel);
            var tours = FieldTours.Of([.. tried.Select(i => fields[i])], from, to);
            if (tours.LengthM > best.LengthM - 0.1) break;
            (best, order) = (tours, tried);
        }

        return best.Chosen;
    }

    private static int[] Nearest(LocalPoint[] middles, LocalPoint from, CancellationToken cancel)
    {
        var left = new PointGrid(middles);
        var order = new int[middles.Length];
        var at = from;
        for (var k = 0; k < order.Length; k++)
        {
            cancel.ThrowIfCancellationRequested();
            order[k] = left.Nearest(at, 1)[0];
            left.Remove(order[k]);
            at = middles[order[k]];
        }

        return order;
    }
}
