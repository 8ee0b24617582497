using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Planning.Usual;

/// <summary>
/// The usual practice, to compare a plan with: parallel lines along the longest side, one swath width apart, cut at the outline and flown nearest line
/// next. It knows no holes, zones or obstacles, no edge passes and no fitted width. As the survey grid of Mission Planner does it.
/// </summary>
public static class UsualLines
{
    /// <param name="outline">Its holes are ignored.</param>
    /// <param name="widthM">Of the swath, and from one line to the next.</param>
    /// <returns>Lines in flying order and direction; none when the outline is narrower than half a swath.</returns>
    public static IReadOnlyList<(LocalPoint Start, LocalPoint End)> Of(Polygon outline, double widthM)
    {
        if (outline.IsEmpty || !(widthM > 0)) return [];
        var ring = outline.Shell.CoordinateSequence;
        var (along, from) = (LongestSide(ring), new LocalPoint(ring.GetX(0), ring.GetY(0)));
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        Span<double> across = ring.Count <= 256 ? stackalloc double[ring.Count] : new double[ring.Count];
        for (var i = 0; i < ring.Count; i++)
        {
            across[i] = along.Cross(new LocalPoint(ring.GetX(i), ring.GetY(i)) - from);
            (low, high) = (Math.Min(low, across[i]), Math.Max(high, across[i]));
        }

        var firstM = low + (widthM / 2);
        var count = high > firstM ? (int)((high - firstM) / widthM) + 1 : 0;
        var crossings = Crossings(ring, across, along, from, firstM, widthM, count);
        var lines = new List<(LocalPoint, LocalPoint)>(count);
        var start = from + (along.Left * firstM);
        for (var i = 0; i + 1 < crossings.Count; i += 2)
        {
            var axis = start + (along.Left * (crossings[i].Line * widthM));
            if (crossings[i + 1].AlongM > crossings[i].AlongM) lines.Add((axis + (along * crossings[i].AlongM), axis + (along * crossings[i + 1].AlongM)));
        }

        return NearestNext(lines);
    }

    private static LocalVector LongestSide(CoordinateSequence ring)
    {
        var longest = default(LocalVector);
        for (var i = 1; i < ring.Count; i++)
        {
            var side = new LocalVector(ring.GetX(i) - ring.GetX(i - 1), ring.GetY(i) - ring.GetY(i - 1));
            if (side.Dot(side) > longest.Dot(longest)) longest = side;
        }

        return longest.Unit;
    }

    /// <summary>Where each line crosses the outline, line by line and along it; an even number of times each.</summary>
    private static List<(int Line, double AlongM)> Crossings(
        CoordinateSequence ring, ReadOnlySpan<double> across, LocalVector along, LocalPoint from, double firstM, double widthM, int count)
    {
        var crossings = new List<(int Line, double AlongM)>(2 * count);
        for (var i = 1; i < ring.Count; i++)
        {
            double a = across[i - 1], b = across[i];
            // A line through a corner belongs to the side above it alone.
            var last = Math.Min(count - 1, (int)Math.Ceiling((Math.Max(a, b) - firstM) / widthM) - 1);
            for (var line = Math.Max(0, (int)Math.Ceiling((Math.Min(a, b) - firstM) / widthM)); line <= last; line++)
            {
                var share = (firstM + (line * widthM) - a) / (b - a);
                var (east, north) = (ring.GetX(i - 1) + (share * (ring.GetX(i) - ring.GetX(i - 1))), ring.GetY(i - 1) + (share * (ring.GetY(i) - ring.GetY(i - 1))));
                crossings.Add((line, along.Dot(new LocalPoint(east, north) - from)));
            }
        }

        crossings.Sort(static (x, y) => x.Line != y.Line ? x.Line.CompareTo(y.Line) : x.AlongM.CompareTo(y.AlongM));
        return crossings;
    }

    /// <summary>From the first line on, always to the nearest end of a line that is left.</summary>
    private static List<(LocalPoint Start, LocalPoint End)> NearestNext(List<(LocalPoint Start, LocalPoint End)> lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            var at = lines[i - 1].End;
            var (best, bestM2, turned) = (i, double.PositiveInfinity, false);
            for (var k = i; k < lines.Count; k++)
            {
                LocalVector toStart = lines[k].Start - at, toEnd = lines[k].End - at;
                if (toStart.Dot(toStart) < bestM2) (best, bestM2, turned) = (k, toStart.Dot(toStart), false);
                if (toEnd.Dot(toEnd) < bestM2) (best, bestM2, turned) = (k, toEnd.Dot(toEnd), true);
            }

            var next = turned ? (lines[best].End, lines[best].Start) : lines[best];
            (lines[best], lines[i]) = (lines[i], next);
        }

        return lines;
    }
}
