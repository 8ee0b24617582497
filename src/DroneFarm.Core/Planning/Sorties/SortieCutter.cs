using DroneFarm.Core.Fields;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning.Sorties;

/// <summary>
/// Cuts a route into sorties that tank, battery and the autopilot's storage can hold, way out and way home included. Breaks lie at the ends
/// of swaths; a swath that no single sortie can finish is flown in parts.
/// </summary>
internal sealed class SortieCutter(Sprayer sprayer, Job job, Func<Geo.LocalPoint, Geo.LocalPoint, IReadOnlyList<Geo.LocalPoint>> ways)
{
    /// <summary>Kept free in the tank, litres: sums of rounded lengths must not overflow it.</summary>
    private const double TankSpareL = 0.01;

    /// <summary>Shorter parts of a cut swath are not worth a flight.</summary>
    private const double ShortestPartM = 5;

    /// <summary>Take-off, speed, first and last points, and the tail.</summary>
    private const int FixedItems = 16, ItemsPerSwath = 4, ItemsPerFieldChange = 6;

    private readonly LegFlight flight = new(sprayer, job);

    /// <param name="legs">Swaths with one transit between each two.</param>
    /// <param name="tooFar">Gets the swaths that cannot be flown from here at all.</param>
    public List<Sortie> Cut(RefillPoint refill, IReadOnlyList<Leg> legs, int firstNumber, List<Swath> tooFar, CancellationToken cancel)
    {
        var sorties = new List<Sortie>();
        var open = new List<Leg>(legs);
        for (var at = 0; at < open.Count;)
        {
            cancel.ThrowIfCancellationRequested();
            var swaths = MostSwaths(refill, open, at);
            if (swaths == 0 && !Split(refill, open, at))
            {
                tooFar.Add(((SprayLeg)open[at]).Swath);
                at += 2;
                continue;
            }

            swaths = Math.Max(1, swaths);
            sorties.Add(Make(firstNumber + sorties.Count, refill, open, at, swaths));
            at += 2 * swaths;
        }

        return sorties;
    }

    /// <summary>How many swaths from here one sortie can take: doubling, then halving.</summary>
    private int MostSwaths(RefillPoint refill, List<Leg> legs, int at)
    {
        var left = (legs.Count - at + 1) / 2;
        var (fits, fails) = (0, 1);
        while (fails <= left && Fits(refill, legs, at, fails)) (fits, fails) = (fails, fails * 2);
        if (fits == 0) return 0;
        fails = Math.Min(fails, left + 1);
        while (fails - fits > 1)
        {
            var middle = (fits + fails) / 2;
            if (Fits(refill, legs, at, middle)) fits = middle;
            else fails = middle;
        }

        return fits;
    }

    /// <summary>Puts the longest first part that a sortie can finish in the swath's place, and the rest after it.</summary>
    private bool Split(RefillPoint refill, List<Leg> legs, int at)
    {
        var whole = ((SprayLeg)legs[at]).Swath;
        var (fitsM, failsM) = (0.0, whole.LengthM);
        while (failsM - fitsM > 0.5)
        {
            var middleM = (fitsM + failsM) / 2;
            if (Fits(refill, [new SprayLeg(Part(0, middleM))], 0, 1)) fitsM = middleM;
            else failsM = middleM;
        }

        // The rest must be worth a flight too.
        if (whole.LengthM - fitsM < ShortestPartM) fitsM = whole.LengthM / 2;
        if (fitsM < ShortestPartM) return false;
        var breakpoint = Part(0, fitsM).End;
        legs[at] = new SprayLeg(Part(0, fitsM));
        legs.InsertRange(at + 1, [new TransitLeg([breakpoint, breakpoint], TransitReason.NextSwath), new SprayLeg(Part(fitsM, whole.LengthM))]);
        return true;

        Swath Part(double fromM, double toM)
        {
            var along = (whole.End - whole.Start).Unit;
            return whole with
            {
                Start = fromM <= 0 ? whole.Start : whole.Start + (along * fromM),
                End = toM >= whole.LengthM ? whole.End : whole.Start + (along * toM),
            };
        }
    }

    private bool Fits(RefillPoint refill, List<Leg> legs, int at, int swaths)
    {
        var sortie = Make(0, refill, legs, at, swaths);
        return sortie.Litres <= sprayer.TankL - TankSpareL && sortie.EnergyWh <= sprayer.UsableWh && Items(sortie) < sprayer.MissionItemLimit;
    }

    private Sortie Make(int number, RefillPoint refill, List<Leg> legs, int at, int swaths)
    {
        var flown = legs.GetRange(at, (2 * swaths) - 1);
        List<Leg> all =
        [
            new TransitLeg(ways(refill.Place, flown[0].From), TransitReason.ToWork),
            .. flown,
            new TransitLeg(ways(flown[^1].To, refill.Place), TransitReason.ToRefill),
        ];
        var litres = all.Sum(l => l is SprayLeg spray ? flight.LitresOf(spray.Swath) : 0);
        var (leftL, seconds, wattSeconds) = (litres, 0.0, 0.0);
        foreach (var leg in all)
        {
            var takesS = flight.SecondsOf(leg);
            var afterL = leg is SprayLeg spray ? Math.Max(0, leftL - flight.LitresOf(spray.Swath)) : leftL;
            wattSeconds += takesS * (sprayer.PowerW(leftL) + sprayer.PowerW(afterL)) / 2;
            seconds += takesS;
            leftL = afterL;
        }

        return new Sortie(number, refill, refill, all, litres, TimeSpan.FromSeconds(seconds), wattSeconds / 3600);
    }

    private static int Items(Sortie sortie) => FixedItems + sortie.Legs.Sum(l => l switch
    {
        SprayLeg => ItemsPerSwath,
        TransitLeg { Reason: TransitReason.NextSwath } => l.Path.Count - 2,
        _ => ItemsPerFieldChange + l.Path.Count - 2,
    });
}
