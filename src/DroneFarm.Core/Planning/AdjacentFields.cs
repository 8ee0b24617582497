using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace DroneFarm.Core.Planning;

/// <summary>
/// One direction for the paddies that lie side by side, bund to bund: swaths go on in line from one to the next, as people fly who see the whole block.
/// Each group takes that of its fields' own directions that costs least in all.
/// </summary>
internal static class AdjacentFields
{
    private const int MostDirections = 5;

    /// <summary>Directions nearer than this are one.</summary>
    private const double SameDeg = 2;

    /// <param name="own">Each field in its own best direction.</param>
    /// <param name="layAlong">A field laid once more, in a given direction.</param>
    public static FieldDraft[] Aligned(FieldDraft[] own, double gapM, Func<FieldDraft, Heading, FieldDraft> layAlong, CancellationToken cancel)
    {
        var aligned = own.ToArray();
        foreach (var group in Groups(own, gapM))
        {
            cancel.ThrowIfCancellationRequested();
            var best = default(FieldDraft[]);
            foreach (var direction in Directions(group.ConvertAll(i => own[i])))
            {
                FieldDraft[] trial = [.. group.Select(i => layAlong(own[i], direction))];
                if (trial.Any(d => d.IsRefused)) continue;
                if (best is null || trial.Sum(d => d.CostS) < best.Sum(d => d.CostS)) best = trial;
            }

            for (var i = 0; best is not null && i < group.Count; i++) aligned[group[i]] = best[i];
        }

        return aligned;
    }

    /// <summary>Fields that can be reached from one another over gaps no wider than this; alone ones are left out.</summary>
    private static List<List<int>> Groups(FieldDraft[] drafts, double gapM)
    {
        var tree = new STRtree<int>();
        for (var i = 0; i < drafts.Length; i++)
        {
            if (!drafts[i].IsRefused) tree.Insert(Around(drafts[i], 0), i);
        }

        tree.Build();
        var seen = new bool[drafts.Length];
        var groups = new List<List<int>>();
        for (var first = 0; first < drafts.Length; first++)
        {
            if (seen[first] || drafts[first].IsRefused) continue;
            seen[first] = true;
            List<int> group = [first];
            for (var at = 0; at < group.Count; at++)
            {
                var one = drafts[group[at]].Plan.Field.Boundary;
                foreach (var other in tree.Query(Around(drafts[group[at]], gapM)))
                {
                    if (seen[other] || !one.IsWithinDistance(drafts[other].Plan.Field.Boundary, gapM)) continue;
                    seen[other] = true;
                    group.Add(other);
                }
            }

            if (group.Count > 1) groups.Add(group);
        }

        return groups;
    }

    /// <summary>What most of the group's ground would be sprayed along.</summary>
    private static IEnumerable<Heading> Directions(List<FieldDraft> group)
    {
        var found = new List<(Heading Direction, double AreaM2)>();
        foreach (var draft in group)
        {
            if (draft.Plan.Cells.MaxBy(c => c.Shape.Area)?.Direction is not { } direction) continue;
            var same = found.FindIndex(f => Math.Abs(Math.IEEERemainder(f.Direction.Degrees - direction.Degrees, 180)) < SameDeg);
            if (same < 0) found.Add((direction, draft.Plan.Field.AreaM2));
            else found[same] = found[same] with { AreaM2 = found[same].AreaM2 + draft.Plan.Field.AreaM2 };
        }

        return found.OrderByDescending(f => f.AreaM2).Take(MostDirections).Select(f => f.Direction);
    }

    private static Envelope Around(FieldDraft draft, double byM)
    {
        var box = draft.Plan.Field.Boundary.EnvelopeInternal.Copy();
        box.ExpandBy(byM);
        return box;
    }
}
