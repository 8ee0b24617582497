using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning.Sorties;

/// <summary>
/// Cuts a route into sorties that tank, battery and the autopilot's storage can hold, way out and way home included, so that all together take the least
/// time. Breaks lie at the ends of swaths, or inside a long one where that saves a flight.
/// </summary>
internal sealed class SortieCutter(Sprayer sprayer, Job job, FerryWays ways)
{
    private readonly LegFlight flight = new(sprayer, job);

    /// <param name="before">Where the aircraft stands; null when it may begin anywhere.</param>
    /// <param name="legs">Swaths with one transit between each two.</param>
    /// <param name="tooFar">Gets swaths that cannot be flown from here at all; when it does, there are no sorties.</param>
    public List<Sortie> Cut(Stops stops, Stop? before, IReadOnlyList<Leg> legs, int firstNumber, List<Swath> tooFar, CancellationToken cancel)
    {
        tooFar.AddRange(OutOfReach(stops, legs));
        if (tooFar.Count > 0) return [];
        var refined = new HashSet<int>();
        while (true)
        {
            var pieces = new Pieces(sprayer, job, flight).Of(legs, refined);
            var search = new BreakSearch(sprayer, flight, ways, stops, before, pieces);
            var cuts = search.Best(cancel);
            if (search.Unreachable is not { } piece) return [.. cuts.Select((c, i) => Make(firstNumber + i, c, pieces, legs))];
            var swath = ((SprayLeg)legs[2 * pieces[piece].Swath]).Swath;
            if (refined.Add(pieces[piece].Swath) && Pieces.CanRefine(swath)) continue;
            tooFar.Add(swath);
            return [];
        }
    }

    /// <summary>Swaths to which the aircraft could not fly and return even with an empty tank.</summary>
    private IEnumerable<Swath> OutOfReach(Stops stops, IReadOnlyList<Leg> legs)
    {
        var longestS = sprayer.UsableWh * 3600 / sprayer.PowerW(0);
        foreach (var swath in legs.OfType<SprayLeg>().Select(l => l.Swath))
        {
            var leastS = stops.Between(swath.Start, swath.End).Min(s => flight.LeastOutS(s.Place.DistanceM(swath.Start)) + flight.LeastHomeS(0));
            if (leastS > longestS) yield return swath;
        }
    }

    private Sortie Make(int number, Cut cut, List<Piece> pieces, IReadOnlyList<Leg> legs)
    {
        var all = new List<Leg> { new TransitLeg(ways(cut.From.Place, pieces[cut.First].From), TransitReason.ToWork) };
        for (var i = cut.First; i < cut.End; i++)
        {
            var begins = i;
            while (i + 1 < cut.End && pieces[i + 1].Swath == pieces[begins].Swath) i++;
            var whole = ((SprayLeg)legs[2 * pieces[begins].Swath]).Swath;
            all.Add(new SprayLeg(whole with { Start = pieces[begins].From, End = pieces[i].To }));
            if (i + 1 < cut.End) all.Add(legs[(2 * pieces[i].Swath) + 1]);
        }

        all.Add(new TransitLeg(ways(pieces[cut.End - 1].To, cut.To.Place), TransitReason.ToRefill));
        return flight.Sortie(number, cut.From.Point, cut.To.Point, all);
    }
}
