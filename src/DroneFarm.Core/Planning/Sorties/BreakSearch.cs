using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning.Sorties;

/// <summary>
/// Where to break a row of pieces, and at which stops to land, so that all sorties together take the least time: exact over all breaks and stops.
/// A sortie that ends at a break is grown backwards piece by piece, so that what is still in the tank at each piece depends on its end alone and a
/// longer sortie costs one step more.
/// </summary>
/// <remarks>
/// Source: splitting a giant tour by shortest paths, J. Beasley, "Route first, cluster second methods for vehicle routing", 1983, and C. Prins, 2004.
/// Ways around obstacles are asked for only where the best breaks so far need them: until then straight lines stand for them, and none is longer than
/// its way (lazy shortest paths, C. Dellin and S. Srinivasa, 2016).
/// </remarks>
internal sealed class BreakSearch
{
    /// <summary>Kept free in the tank, litres: sums of rounded lengths must not overflow it.</summary>
    private const double TankSpareL = 0.01;

    /// <summary>Share kept free in the battery: power is taken as straight from end to end, of pieces here and of whole swaths in the sortie.</summary>
    private const double EnergySpare = 0.001;

    /// <summary>What a break inside a swath must save: the pump starts up to 2.4 m late (ARDUPILOT.md point 7), and the seam shows.</summary>
    private const double SeamS = 10;

    /// <summary>Take-off, speed, first and last points, and the tail.</summary>
    private const int FixedItems = 28, ItemsPerSwath = 5;

    private readonly Sprayer sprayer;
    private readonly LegFlight flight;
    private readonly List<Piece> pieces;
    private readonly Visits visits;
    private readonly double usableWs;

    /// <param name="before">Where the aircraft stands; null when it may begin anywhere.</param>
    public BreakSearch(Sprayer sprayer, LegFlight flight, FerryWays ways, Stops stops, Stop? before, List<Piece> pieces)
    {
        (this.sprayer, this.flight, this.pieces) = (sprayer, flight, pieces);
        usableWs = sprayer.UsableWh * (1 - EnergySpare) * 3600;
        visits = new Visits(flight, ways, stops, pieces, before);
    }

    /// <summary>The piece that no sortie can end with; null when all can be flown.</summary>
    public int? Unreachable { get; private set; }

    /// <returns>The sorties in flying order, each from its first piece to the one before its last break; empty when a piece cannot be flown.</returns>
    public List<Cut> Best(CancellationToken cancel)
    {
        for (var (from, reach) = (1, 1); ; reach = Math.Min(2 * reach, pieces.Count))
        {
            Sweep(from, cancel);
            if (Unreachable is not null) return [];
            var path = visits.Path();
            from = visits.Learn(path, reach);
            if (from > pieces.Count) return path;
        }
    }

    /// <summary>Reaches every break from all breaks before it, beginning with the first whose ways have changed.</summary>
    private void Sweep(int from, CancellationToken cancel)
    {
        Unreachable = null;
        var emptyW = sprayer.PowerW(0);
        for (var b = from; b <= pieces.Count; b++)
        {
            if (b % 256 == 0) cancel.ThrowIfCancellationRequested();
            visits.Forget(b);
            Grow(b, emptyW);
            visits.Carry(b);
            if (visits.IsReached(b)) continue;
            Unreachable = b - 1;
            return;
        }
    }

    /// <summary>All sorties that end at one break, the shortest first.</summary>
    private void Grow(int b, double emptyW)
    {
        var extraS = b == pieces.Count ? 0 : sprayer.RefillS + (pieces[b].Swath == pieces[b - 1].Swath ? SeamS : 0);
        var (litres, seconds, wattS, items, powerW) = (0.0, 0.0, 0.0, FixedItems, emptyW);
        for (var i = b - 1; i >= 0; i--)
        {
            var piece = pieces[i];
            var goesOn = i + 1 < b && pieces[i + 1].Swath == piece.Swath;
            if (i + 1 < b)
            {
                seconds += piece.JoinS;
                wattS += piece.JoinS * powerW;
                items += piece.JoinItems;
            }

            if (!goesOn) items += ItemsPerSwath;
            litres += piece.Litres;
            var fullerW = sprayer.PowerW(litres);
            var takesS = piece.AlongS + (goesOn ? 0 : piece.EndS);
            seconds += takesS;
            wattS += takesS * (powerW + fullerW) / 2;
            powerW = fullerW;
            if (litres > sprayer.TankL - TankSpareL || wattS > usableWs || items >= sprayer.MissionItemLimit) return;
            visits.Reach(i, b, seconds, extraS, usableWs - wattS, powerW, emptyW, sprayer.MissionItemLimit - items);
        }
    }
}
