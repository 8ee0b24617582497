using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Swaths;

namespace DroneFarm.Core.Planning.Routing;

/// <summary>
/// Swaths that are flown in one go: a cell back and forth, or edge passes that go on from one another. A cell can be begun at either end of its first
/// or its last line: four variants. A chain of edge passes only at its ends: its variants come in equal pairs.
/// </summary>
/// <param name="Lines">All in the same sense: side by side, or in a chain one after the other.</param>
internal sealed record TourStop(IReadOnlyList<Pass> Lines, SwathKind Kind)
{
    public const int Variants = 4;

    private bool IsChain => Kind == SwathKind.EdgePass;

    /// <summary>The same way flown backwards.</summary>
    public int Backwards(int variant) => IsChain ? variant ^ 2 : Lines.Count % 2 == 1 ? variant ^ 3 : variant ^ 1;

    public LocalPoint Entry(int variant) => IsChain ? Chain(variant).Start : (variant & 2) == 0 ? Line(variant, 0).Start : Line(variant, 0).End;

    public LocalPoint Exit(int variant)
    {
        if (IsChain) return Chain(variant ^ 2).Start;
        var last = Line(variant, Lines.Count - 1);
        var forward = ((variant & 2) == 0) == (Lines.Count % 2 == 1);
        return forward ? last.End : last.Start;
    }

    public IEnumerable<Pass> Flown(int variant)
    {
        if (IsChain) return (variant & 2) == 0 ? Lines : Lines.Reverse().Select(l => l.Reversed);
        return BackAndForth(variant);
    }

    private IEnumerable<Pass> BackAndForth(int variant)
    {
        for (var i = 0; i < Lines.Count; i++)
            yield return ((variant & 2) == 0) == (i % 2 == 0) ? Line(variant, i) : Line(variant, i).Reversed;
    }

    /// <summary>The end of a chain at which a variant begins, as the line to fly there.</summary>
    private Pass Chain(int variant) => (variant & 2) == 0 ? Lines[0] : Lines[^1].Reversed;

    private Pass Line(int variant, int index) => Lines[(variant & 1) == 0 ? index : Lines.Count - 1 - index];
}
