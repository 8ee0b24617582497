using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Swaths;

namespace DroneFarm.Core.Planning.Routing;

/// <summary>
/// Lines that are flown back and forth in one go: a cell, or edge passes that go on from one another. It can be begun at either end of its first or its last line: four variants.
/// </summary>
/// <param name="Lines">All in the same sense, side by side.</param>
internal sealed record TourStop(IReadOnlyList<Line> Lines, SwathKind Kind)
{
    public const int Variants = 4;

    /// <summary>The same way flown backwards.</summary>
    public int Backwards(int variant) => Lines.Count % 2 == 1 ? variant ^ 3 : variant ^ 1;

    public LocalPoint Entry(int variant) => (variant & 2) == 0 ? At(variant, 0).Start : At(variant, 0).End;

    public LocalPoint Exit(int variant)
    {
        var last = At(variant, Lines.Count - 1);
        var forward = ((variant & 2) == 0) == (Lines.Count % 2 == 1);
        return forward ? last.End : last.Start;
    }

    public IEnumerable<Pass> Flown(int variant)
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            var line = ((variant & 2) == 0) == (i % 2 == 0) ? At(variant, i) : At(variant, i).Reversed;
            foreach (var pass in line.Passes) yield return pass;
        }
    }

    private Line At(int variant, int index) => Lines[(variant & 1) == 0 ? index : Lines.Count - 1 - index];
}
