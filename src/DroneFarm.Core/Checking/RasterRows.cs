using System.Runtime.InteropServices;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Checking;

/// <summary>Spans of cells, row by row.</summary>
internal sealed class RasterRows
{
    private List<(int Row, CellSpan Span)> gathered = [];
    private CellSpan[] spans = [];
    private int[] starts = [0];
    private double along;

    /// <summary>From the first column on, up to but not with the last.</summary>
    internal readonly record struct CellSpan(int From, int To) : IComparable<CellSpan>
    {
        public int CompareTo(CellSpan other) => From.CompareTo(other.From);
    }

    public int FirstRow { get; private set; }

    /// <summary>One behind the last row.</summary>
    public int EndRow => FirstRow + starts.Length - 1;

    /// <summary>What chance may do to the number of cells, squared: a span ends anywhere in its cells, and an edge that follows a row may fall to either side of it.</summary>
    public double Variance => (spans.Length / 4.0) + along;

    public ReadOnlySpan<CellSpan> Row(int row) =>
        row < FirstRow || row >= EndRow ? [] : spans.AsSpan(starts[row - FirstRow], starts[row - FirstRow + 1] - starts[row - FirstRow]);

    /// <summary>The inside of polygonal ground: between the first and the second edge that a row crosses, the third and the fourth, and so on.</summary>
    public static RasterRows Outline(RasterFrame frame, IEnumerable<Geometry> grounds)
    {
        var rows = new RasterRows();
        foreach (var ground in grounds)
        {
            var crossings = new List<(int Row, double Column)>();
            for (var i = 0; i < ground.NumGeometries; i++)
            {
                if (ground.GetGeometryN(i) is not Polygon { IsEmpty: false } polygon) continue;
                rows.Cross(frame, polygon.ExteriorRing, crossings);
                for (var h = 0; h < polygon.NumInteriorRings; h++) rows.Cross(frame, polygon.GetInteriorRingN(h), crossings);
            }

            if (crossings.Count == 0) continue;
            var (first, last) = RowsOf(crossings);
            var sorted = RowSort.ByRow(crossings, first, last - first + 1, out var starts);
            for (var row = first; row <= last; row++)
            {
                for (var i = starts[row - first]; i + 1 < starts[row - first + 1]; i += 2) rows.Add(row, sorted[i], sorted[i + 1]);
            }
        }

        return rows.Sorted();
    }

    /// <summary>The rectangles around lines: on each row the part that is near enough to the line's middle both along and across it.</summary>
    public static RasterRows Strips(RasterFrame frame, IEnumerable<SprayedLine> lines)
    {
        var rows = new RasterRows();
        foreach (var line in lines)
        {
            if (line.LengthM <= 0) continue;
            var (fromColumn, fromRow) = frame.Of(line.Start.EastM, line.Start.NorthM);
            var (toColumn, toRow) = frame.Of(line.End.EastM, line.End.NorthM);
            double length = line.LengthM / frame.CellM, half = line.WidthM / frame.CellM / 2;
            double alongColumn = (toColumn - fromColumn) / length, alongRow = (toRow - fromRow) / length;
            for (var side = 0; side < 2; side++)
            {
                rows.Follow(alongColumn * length, alongRow * length);
                rows.Follow(2 * half * alongRow, 2 * half * alongColumn);
            }

            var reach = half * Math.Abs(alongColumn);
            var last = Math.Floor(Math.Max(fromRow, toRow) + reach);
            for (var row = (int)Math.Ceiling(Math.Min(fromRow, toRow) - reach); row <= last; row++)
            {
                var (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
                Narrow(alongColumn, fromColumn, (row - fromRow) * alongRow, 0, length, ref low, ref high);
                Narrow(-alongRow, fromColumn, (row - fromRow) * alongColumn, -half, half, ref low, ref high);
                if (low < high) rows.Add(row, low, high);
            }
        }

        return rows.Sorted();
    }

    /// <summary>Sorted spans without overlaps.</summary>
    public static ReadOnlySpan<CellSpan> Union(ReadOnlySpan<CellSpan> sorted)
    {
        var single = true;
        for (var i = 1; i < sorted.Length; i++) single &= sorted[i].From > sorted[i - 1].To;
        if (single) return sorted;
        var joined = new List<CellSpan>(sorted.Length) { sorted[0] };
        foreach (var span in sorted[1..])
        {
            if (span.From <= joined[^1].To) joined[^1] = joined[^1] with { To = Math.Max(joined[^1].To, span.To) };
            else joined.Add(span);
        }

        return CollectionsMarshal.AsSpan(joined);
    }

    public static long Cells(ReadOnlySpan<CellSpan> disjoint)
    {
        var cells = 0L;
        foreach (var span in disjoint) cells += span.To - span.From;
        return cells;
    }

    /// <summary>Cells in both of two sorted lists without overlaps.</summary>
    public static long Shared(ReadOnlySpan<CellSpan> one, ReadOnlySpan<CellSpan> other)
    {
        var (cells, i, k) = (0L, 0, 0);
        while (i < one.Length && k < other.Length)
        {
            cells += Math.Max(0, Math.Min(one[i].To, other[k].To) - Math.Max(one[i].From, other[k].From));
            if (one[i].To < other[k].To) i++;
            else k++;
        }

        return cells;
    }

    private void Cross(RasterFrame frame, LineString ring, List<(int Row, double Column)> crossings)
    {
        var points = ring.CoordinateSequence;
        var (column, row) = frame.Of(points.GetX(0), points.GetY(0));
        for (var i = 1; i < points.Count; i++)
        {
            var (nextColumn, nextRow) = frame.Of(points.GetX(i), points.GetY(i));
            Follow(nextColumn - column, nextRow - row);
            var (low, high) = row < nextRow ? (row, nextRow) : (nextRow, row);
            // A row through a point belongs to the edge above it alone.
            for (var crossed = (int)Math.Ceiling(low); crossed < high; crossed++)
                crossings.Add((crossed, column + ((crossed - row) / (nextRow - row) * (nextColumn - column))));
            (column, row) = (nextColumn, nextRow);
        }
    }

    /// <summary>Keeps the columns where least ≤ (column - from) * slope + more ≤ most.</summary>
    private static void Narrow(double slope, double from, double more, double least, double most, ref double low, ref double high)
    {
        if (Math.Abs(slope) < 1e-12)
        {
            if (more < least || more > most) high = double.NegativeInfinity;
            return;
        }

        var (a, b) = (from + ((least - more) / slope), from + ((most - more) / slope));
        low = Math.Max(low, Math.Min(a, b));
        high = Math.Min(high, Math.Max(a, b));
    }

    /// <summary>Between two rows an edge is taken for steps: half of one at most, or what the rule of the middle leaves of a slope.</summary>
    private void Follow(double columns, double rows)
    {
        // An edge without columns takes no step; one without length at all, as overlays leave, would be 0 / 0.
        if (columns == 0) return;
        var cells = Math.Min(Math.Abs(columns) / 2, Math.Abs(columns / rows) / 4);
        along += cells * cells;
    }

    /// <summary>
    /// Where the columns of a row begin, as a share of a cell: as good as drawn, and always the same (the mixing step of SplitMix64, Steele et al. 2014).
    /// With columns in line, an edge whose slope is a small fraction would cut its cells alike from row to row.
    /// </summary>
    private static double Shift(int row)
    {
        unchecked
        {
            var bits = (ulong)(row + 1L) * 0x9E3779B97F4A7C15;
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            return ((bits ^ (bits >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }

    private void Add(int row, double low, double high)
    {
        var shift = Shift(row);
        var span = new CellSpan((int)Math.Ceiling(low - shift), (int)Math.Ceiling(high - shift));
        if (span.To > span.From) gathered.Add((row, span));
    }

    /// <summary>By row and then by first column.</summary>
    private RasterRows Sorted()
    {
        if (gathered.Count == 0) return this;
        (FirstRow, var last) = RowsOf(gathered);
        spans = RowSort.ByRow(gathered, FirstRow, last - FirstRow + 1, out starts);
        gathered = [];
        return this;
    }

    private static (int First, int Last) RowsOf<T>(List<(int Row, T)> things)
    {
        var (first, last) = (int.MaxValue, int.MinValue);
        foreach (var (row, _) in things) (first, last) = (Math.Min(first, row), Math.Max(last, row));
        return (first, last);
    }
}
