using DroneFarm.Core.Geo;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Checking;

/// <summary>The ground that one sprayed line wets: a rectangle with flat ends.</summary>
internal sealed class Strip
{
    private readonly LocalPoint centre;
    private readonly LocalVector along;
    private readonly double halfLengthM, halfWidthM;

    public Strip(LocalPoint start, LocalPoint end, double widthM)
    {
        along = (end - start).Unit;
        centre = start + ((end - start) / 2);
        (halfLengthM, halfWidthM) = (start.DistanceM(end) / 2, widthM / 2);
        var side = along.Left * halfWidthM;
        Corners = [start - side, end - side, end + side, start + side];
        Box = Box.Around(Corners);
        Envelope = new Envelope(Box.WestM, Box.EastM, Box.SouthM, Box.NorthM);
    }

    /// <summary>Counter-clockwise, the right side first.</summary>
    public LocalPoint[] Corners { get; }

    public Box Box { get; }

    public Envelope Envelope { get; }

    public double WidthM => 2 * halfWidthM;

    public LocalPoint Centre => centre;

    /// <summary>Whether a box may have a point in common with it.</summary>
    public bool Meets(in Box box)
    {
        if (!box.Meets(Box)) return false;
        for (var i = 0; i < 4; i++)
        {
            if (box.LiesRightOf(Corners[i], Corners[(i + 1) & 3] - Corners[i])) return false;
        }

        return true;
    }

    /// <summary>Whether a straight line has a point deeper inside than a margin from the strip's own edge.</summary>
    public bool IsEntered(LocalPoint from, LocalPoint to, double marginM)
    {
        double u0 = (from - centre).Dot(along), v0 = along.Cross(from - centre), u1 = (to - centre).Dot(along), v1 = along.Cross(to - centre);
        var (enter, leave) = (0.0, 1.0);
        return Within(u0, u1 - u0, halfLengthM - marginM, ref enter, ref leave) && Within(v0, v1 - v0, halfWidthM - marginM, ref enter, ref leave);
    }

    public Polygon ToPolygon(GeometryFactory factory) =>
        factory.CreatePolygon([.. Corners.Select(c => c.ToCoordinate()), Corners[0].ToCoordinate()]);

    /// <summary>Cuts the stretch [enter, leave] of a line down to where it lies strictly between -limit and limit (Liang and Barsky 1984).</summary>
    private static bool Within(double start, double step, double limit, ref double enter, ref double leave)
    {
        if (limit <= 0) return false;
        if (Math.Abs(step) < 1e-12) return Math.Abs(start) < limit;
        var (a, b) = ((-limit - start) / step, (limit - start) / step);
        enter = Math.Max(enter, Math.Min(a, b));
        leave = Math.Min(leave, Math.Max(a, b));
        return enter < leave;
    }
}
