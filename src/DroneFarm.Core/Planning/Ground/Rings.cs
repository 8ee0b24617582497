using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Planning.Ground;

/// <summary>
/// An area as plain arrays of closed rings: what the search for swaths runs over thousands of times a field.
/// Shells and holes need no telling apart, for inside is where a ray crosses an odd number of edges.
/// </summary>
internal sealed class Rings
{
    private EdgeRuns? runs;

    private Rings(double[] x, double[] y, int[] starts)
    {
        (X, Y, Starts) = (x, y, starts);
    }

    /// <summary>East, metres. The first point of each ring stands again at its end.</summary>
    public double[] X { get; }

    /// <summary>North, metres.</summary>
    public double[] Y { get; }

    /// <summary>Where each ring starts, and at last the number of points.</summary>
    public int[] Starts { get; }

    public int Count => Starts.Length - 1;

    public int PointCount => X.Length;

    public EdgeRuns Runs => runs ??= new EdgeRuns(this);

    public static Rings Of(Geometry area)
    {
        var lines = Lines(area);
        var starts = new int[lines.Count + 1];
        for (var i = 0; i < lines.Count; i++) starts[i + 1] = starts[i] + lines[i].NumPoints;
        double[] x = new double[starts[^1]], y = new double[starts[^1]];
        for (var i = 0; i < lines.Count; i++)
        {
            var sequence = lines[i].CoordinateSequence;
            var (corner, last) = (Corner(sequence), sequence.Count - 1);
            for (var k = 0; k <= last; k++)
            {
                var from = (corner + k) % last;
                (x[starts[i] + k], y[starts[i] + k]) = (sequence.GetX(from), sequence.GetY(from));
            }
        }

        return new Rings(x, y, starts);
    }

    public double AreaM2()
    {
        var sum = 0.0;
        for (var ring = 0; ring < Count; ring++)
        {
            double twice = 0, x0 = X[Starts[ring]], y0 = Y[Starts[ring]];
            for (var i = Starts[ring]; i + 1 < Starts[ring + 1]; i++) twice += ((X[i] - x0) * (Y[i + 1] - y0)) - ((X[i + 1] - x0) * (Y[i] - y0));
            sum += twice / 2;
        }

        return Math.Abs(sum);
    }

    /// <summary>The last point of the ring that a point begins, or the point itself: rings are closed.</summary>
    public int LastOf(int point)
    {
        var ring = Array.BinarySearch(Starts, point);
        return ring >= 0 && ring < Count ? Starts[ring + 1] - 1 : point;
    }

    /// <summary>
    /// What lies on one side of a line, its edges closed along the line. A concave ring may come out with edges that run to and fro on the line:
    /// they cancel in every area and lie outside for every strip.
    /// </summary>
    /// <param name="inward">Across the line, to the side that is kept.</param>
    /// <remarks>Source: I. Sutherland and G. Hodgman, "Reentrant polygon clipping", 1974.</remarks>
    public Rings Clipped(LocalPoint on, LocalVector inward)
    {
        List<double> x = [], y = [];
        var starts = new List<int> { 0 };
        for (var ring = 0; ring < Count; ring++)
        {
            var from = x.Count;
            for (var i = Starts[ring]; i + 1 < Starts[ring + 1]; i++)
            {
                double here = Side(i), next = Side(i + 1);
                if (here >= 0) Add(X[i], Y[i]);
                if (here >= 0 == next >= 0) continue;
                var share = here / (here - next);
                Add(X[i] + (share * (X[i + 1] - X[i])), Y[i] + (share * (Y[i + 1] - Y[i])));
            }

            if (x.Count - from < 3)
            {
                x.RemoveRange(from, x.Count - from);
                y.RemoveRange(from, y.Count - from);
                continue;
            }

            Add(x[from], y[from]);
            starts.Add(x.Count);
        }

        return new Rings([.. x], [.. y], [.. starts]);

        double Side(int i) => ((X[i] - on.EastM) * inward.EastM) + ((Y[i] - on.NorthM) * inward.NorthM);

        void Add(double eastM, double northM)
        {
            x.Add(eastM);
            y.Add(northM);
        }
    }

    public bool Contains(LocalPoint point)
    {
        var inside = false;
        foreach (ref readonly var run in Runs.All)
        {
            if (!run.MayMeetRay(point)) continue;
            for (var i = run.From; i < run.To; i++)
            {
                if ((Y[i] > point.NorthM) == (Y[i + 1] > point.NorthM)) continue;
                var eastM = X[i] + ((point.NorthM - Y[i]) / (Y[i + 1] - Y[i]) * (X[i + 1] - X[i]));
                inside ^= point.EastM < eastM;
            }
        }

        return inside;
    }

    /// <summary>A point where a ring may start and end: the farthest from its first, which is surely a corner. A start in the midst of a side would part the side in two.</summary>
    private static int Corner(CoordinateSequence ring)
    {
        var (corner, farM2) = (0, 0.0);
        for (var k = 1; k < ring.Count - 1; k++)
        {
            double dx = ring.GetX(k) - ring.GetX(0), dy = ring.GetY(k) - ring.GetY(0), distanceM2 = (dx * dx) + (dy * dy);
            if (distanceM2 > farM2) (corner, farM2) = (k, distanceM2);
        }

        return corner;
    }

    /// <summary>All rings of all polygons: shells counter-clockwise, holes clockwise, so that areas add up by their signs.</summary>
    private static List<LinearRing> Lines(Geometry area)
    {
        var lines = new List<LinearRing>(area.NumGeometries);
        for (var i = 0; i < area.NumGeometries; i++)
        {
            if (area.GetGeometryN(i) is not Polygon { IsEmpty: false } polygon) continue;
            var shell = (LinearRing)polygon.ExteriorRing;
            lines.Add(shell.IsCCW ? shell : (LinearRing)shell.Reverse());
            for (var h = 0; h < polygon.NumInteriorRings; h++)
            {
                var hole = (LinearRing)polygon.GetInteriorRingN(h);
                lines.Add(hole.IsCCW ? (LinearRing)hole.Reverse() : hole);
            }
        }

        return lines;
    }
}
