using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Checking;

/// <summary>The area that a convex piece shares with the inside of rings.</summary>
/// <remarks>
/// By Green's theorem the area inside rings is the sum over their edges of the area west of each, taken positive where the edge runs north.
/// Here that area is cut by the piece. Unlike a boundary traced around the intersection it changes evenly with every coordinate,
/// so edges that coincide to the last digit do no harm; and edges far from the piece add up to a difference of two heights.
/// </remarks>
/// <param name="piece">Counter-clockwise.</param>
internal struct SharedArea(LocalPoint[] piece) : IEdgeVisit
{
    private readonly Box reach = Box.Around(piece);

    public double AreaM2 { get; private set; }

    public bool Enters(in Box box, LocalPoint first, LocalPoint last)
    {
        if (box.NorthM <= reach.SouthM || box.SouthM >= reach.NorthM || box.EastM <= reach.WestM) return false;
        if (box.WestM >= reach.EastM)
        {
            AreaM2 += BelowM2(last.NorthM) - BelowM2(first.NorthM);
            return false;
        }

        for (var i = 0; i < piece.Length; i++)
        {
            var (corner, side) = (piece[i], piece[i + 1 == piece.Length ? 0 : i + 1] - piece[i]);
            if (!box.LiesRightOf(corner, side)) continue;
            // Beyond a side that runs north is east of the piece: all of the piece lies west of these edges. Beyond one that runs south, none does.
            if (side.NorthM > 0) AreaM2 += BelowM2(last.NorthM) - BelowM2(first.NorthM);
            return false;
        }

        return true;
    }

    public void See(LocalPoint from, LocalPoint to)
    {
        if (from.NorthM == to.NorthM || !Enters(Box.Around([from, to]), from, to)) return;
        var (south, north, sign) = from.NorthM < to.NorthM ? (from, to, 1) : (to, from, -1);
        Span<LocalPoint> one = stackalloc LocalPoint[ConvexPieces.Room(piece.Length)], other = stackalloc LocalPoint[one.Length];
        piece.CopyTo(one);
        var count = ConvexPieces.Cut(one[..piece.Length], south, new LocalVector(1, 0), other);
        count = ConvexPieces.Cut(other[..count], north, new LocalVector(-1, 0), one);
        count = ConvexPieces.Cut(one[..count], south, north - south, other);
        AreaM2 += sign * ConvexPieces.AreaM2(other[..count]);
    }

    /// <summary>The area of the piece south of a parallel.</summary>
    private readonly double BelowM2(double northM)
    {
        if (northM <= reach.SouthM) return 0;
        var areaM2 = 0.0;
        var origin = piece[0];
        for (var i = 0; i < piece.Length; i++)
        {
            LocalVector a = piece[i] - origin, b = piece[i + 1 == piece.Length ? 0 : i + 1] - origin;
            var levelM = northM - origin.NorthM;
            if (a.NorthM >= levelM && b.NorthM >= levelM) continue;
            if (a.NorthM > levelM) a = At(a, b, levelM);
            else if (b.NorthM > levelM) b = At(b, a, levelM);
            areaM2 += (a.EastM + b.EastM) / 2 * (b.NorthM - a.NorthM);
        }

        return areaM2;
    }

    private static LocalVector At(LocalVector above, LocalVector below, double levelM) =>
        below + ((above - below) * ((levelM - below.NorthM) / (above.NorthM - below.NorthM)));
}
