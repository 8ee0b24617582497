using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Checking;

/// <summary>Where a straight line crosses edges, and where it passes a corner within a margin, as shares of its length.</summary>
internal readonly struct LineCuts(LocalPoint from, LocalPoint to, double marginM, List<double> shares) : IEdgeVisit
{
    private readonly LocalVector step = to - from;
    private readonly Box reach = Box.Around([from, to]).Grown(marginM);

    public List<double> Shares => shares;

    public bool Enters(in Box box, LocalPoint first, LocalPoint last)
    {
        if (!box.Meets(reach)) return false;
        var aside = step.Unit.Left * marginM;
        return !box.LiesRightOf(from - aside, step) && !box.LiesRightOf(to + aside, -step);
    }

    public void See(LocalPoint a, LocalPoint b)
    {
        if (Crossing(a, b) is { } cut) shares.Add(cut);
        var lengthM = step.LengthM;
        if (lengthM > 0 && Math.Abs(step.Cross(a - from)) <= marginM * lengthM && step.Dot(a - from) / (lengthM * lengthM) is > 0 and < 1 and var beside) shares.Add(beside);
    }

    private double? Crossing(LocalPoint a, LocalPoint b)
    {
        double sideA = step.Cross(a - from), sideB = step.Cross(b - from);
        if (sideA > 0 == sideB > 0) return null;
        var on = a + ((b - a) * (sideA / (sideA - sideB)));
        var share = step.Dot(on - from) / step.Dot(step);
        return share is > 0 and < 1 ? share : null;
    }
}
