using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Checking;

/// <summary>The smallest upright rectangle around something, metres.</summary>
internal readonly record struct Box(double WestM, double SouthM, double EastM, double NorthM)
{
    public static Box Around(ReadOnlySpan<LocalPoint> points)
    {
        var box = new Box(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);
        foreach (ref readonly var point in points) box = box.With(point);
        return box;
    }

    public static Box operator +(Box one, Box other) => new(
        Math.Min(one.WestM, other.WestM), Math.Min(one.SouthM, other.SouthM), Math.Max(one.EastM, other.EastM), Math.Max(one.NorthM, other.NorthM));

    public Box With(LocalPoint point) => new(
        Math.Min(WestM, point.EastM), Math.Min(SouthM, point.NorthM), Math.Max(EastM, point.EastM), Math.Max(NorthM, point.NorthM));

    public Box Grown(double byM) => new(WestM - byM, SouthM - byM, EastM + byM, NorthM + byM);

    public bool Meets(in Box other) => WestM <= other.EastM && other.WestM <= EastM && SouthM <= other.NorthM && other.SouthM <= NorthM;

    /// <summary>Whether all of it lies right of a line, or on it.</summary>
    public bool LiesRightOf(LocalPoint on, LocalVector along)
    {
        // The corner that reaches furthest to the left speaks for all four.
        var furthest = new LocalPoint(along.NorthM > 0 ? WestM : EastM, along.EastM > 0 ? NorthM : SouthM);
        return along.Cross(furthest - on) <= 0;
    }

    /// <summary>The square of the distance from a point; 0 inside.</summary>
    public double DistanceM2(LocalPoint point)
    {
        var eastM = Math.Max(0, Math.Max(WestM - point.EastM, point.EastM - EastM));
        var northM = Math.Max(0, Math.Max(SouthM - point.NorthM, point.NorthM - NorthM));
        return (eastM * eastM) + (northM * northM);
    }
}
