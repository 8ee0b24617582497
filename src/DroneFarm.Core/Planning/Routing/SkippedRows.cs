using DroneFarm.Core.Planning.Swaths;

namespace DroneFarm.Core.Planning.Routing;

/// <summary>
/// An order of parallel lines in which each is at least two turn radii away from the last, so that an aircraft that cannot stop turns in one half circle.
/// With a gap of g rows, blocks of 2g + 1 rows are flown as 0, g, 2g, g - 1, 2g - 1, ..., 1, g + 1: every step is g or g + 1, and so is the one to the next block.
/// </summary>
internal static class SkippedRows
{
    /// <param name="lines">Side by side, evenly spaced.</param>
    /// <returns>The same lines; where there are too few for the gap, in the order with the widest steps that they allow.</returns>
    public static IReadOnlyList<Line> Of(IReadOnlyList<Line> lines, double minTurnRadiusM)
    {
        if (lines.Count < 3) return lines;
        var pitchM = Math.Abs((lines[0].End - lines[0].Start).Unit.Cross(lines[1].Start - lines[0].Start));
        var gap = pitchM > 0 ? (int)Math.Ceiling((2 * minTurnRadiusM / pitchM) - 1e-6) : 1;
        return gap <= 1 ? lines : [.. Rows(lines.Count, gap).Select(i => lines[i])];
    }

    private static IEnumerable<int> Rows(int count, int gap)
    {
        var block = (2 * gap) + 1;
        var first = 0;
        for (; count - first >= 2 * block; first += block)
        {
            foreach (var row in Odd(gap)) yield return first + row;
        }

        // The last block takes what is left over, and so has wider steps.
        var left = count - first;
        foreach (var row in left % 2 == 1 ? Odd(left / 2) : Even(left / 2)) yield return first + row;
    }

    private static IEnumerable<int> Odd(int gap)
    {
        yield return 0;
        for (var row = gap; row >= 1; row--)
        {
            yield return row;
            yield return row + gap;
        }
    }

    private static IEnumerable<int> Even(int gap)
    {
        for (var row = 0; row < gap; row++)
        {
            yield return row + gap;
            yield return row;
        }
    }
}
