namespace DroneFarm.Core.Checking;

/// <summary>Sorts things by row: counts each row, then lays every thing into its own. The few things of a row are put in order as they come.</summary>
internal static class RowSort
{
    /// <param name="starts">Where each row starts, and at last the number of things.</param>
    public static T[] ByRow<T>(List<(int Row, T Thing)> gathered, int firstRow, int rows, out int[] starts)
        where T : IComparable<T>
    {
        starts = new int[rows + 1];
        foreach (var (row, _) in gathered) starts[row - firstRow + 1]++;
        for (var i = 1; i <= rows; i++) starts[i] += starts[i - 1];
        var (sorted, filled) = (new T[gathered.Count], new int[rows]);
        foreach (var (row, thing) in gathered)
        {
            var first = starts[row - firstRow];
            var at = first + filled[row - firstRow]++;
            for (; at > first && sorted[at - 1].CompareTo(thing) > 0; at--) sorted[at] = sorted[at - 1];
            sorted[at] = thing;
        }

        return sorted;
    }
}
