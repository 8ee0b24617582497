using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning.Sorties;

/// <summary>Takes the swaths of a route to pieces, each between two places where a sortie may end.</summary>
internal sealed class Pieces(Sprayer sprayer, Job job, LegFlight flight)
{
    /// <summary>A tank is this many pieces at least: what a break at the next piece's end leaves unused of it is half a piece on average.</summary>
    private const int PiecesPerTank = 80;

    /// <summary>Shorter pieces do not pay their stop and start.</summary>
    private const double ShortestM = 15;

    /// <summary>Shorter parts of a cut swath are not worth a flight, even where nothing longer can be flown.</summary>
    private const double ShortestPartM = 5;

    private const int ItemsPerFieldChange = 6;

    /// <param name="legs">Swaths with one transit between each two.</param>
    /// <param name="refined">Swaths, by their number, that no sortie can fly in usual pieces.</param>
    public List<Piece> Of(IReadOnlyList<Leg> legs, HashSet<int> refined)
    {
        var pieces = new List<Piece>(legs.Count);
        for (var i = 0; i < legs.Count; i += 2)
        {
            var swath = ((SprayLeg)legs[i]).Swath;
            var join = i + 1 < legs.Count ? (TransitLeg)legs[i + 1] : null;
            var count = Count(swath, refined.Contains(i / 2));
            for (var k = 0; k < count; k++)
            {
                var (fromM, toM) = (swath.LengthM * k / count, swath.LengthM * (k + 1) / count);
                var ends = k + 1 == count;
                pieces.Add(new Piece(
                    i / 2,
                    fromM,
                    toM,
                    swath.Between(fromM, toM).Start,
                    ends ? swath.End : swath.Between(fromM, toM).End,
                    count == 1 ? flight.SecondsOf(legs, i) : flight.SprayingOnS(swath, toM - fromM),
                    count == 1 ? 0 : flight.StopS,
                    flight.LitresOf(swath) / count,
                    ends && join is not null ? flight.SecondsOf(legs, i + 1) : 0,
                    ends && join is not null ? Items(join) : 0));
            }
        }

        return pieces;
    }

    /// <summary>Whether a swath can be cut finer than usual.</summary>
    public static bool CanRefine(Swath swath) => swath.LengthM >= 2 * ShortestPartM;

    private int Count(Swath swath, bool refine)
    {
        var tankM = sprayer.TankL / (job.RateLPerHa * swath.WidthM / 10_000);
        var pieceM = refine ? ShortestPartM : Math.Max(Math.Max(ShortestM, tankM / PiecesPerTank), flight.FullSpeedM);
        return Math.Max(1, (int)(swath.LengthM / pieceM));
    }

    private static int Items(TransitLeg join) => (join.Reason == TransitReason.NextSwath ? 0 : ItemsPerFieldChange) + join.Path.Count - 2;
}
