using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Sorties;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Planning.Fleets;

/// <summary>Where a sortie is when, and whether two sorties come too near to each other.</summary>
internal sealed class Track
{
    private readonly List<Motion> motions;
    private readonly Envelope around;
    private readonly double aheadM;

    /// <param name="aheadM">Missions go out to the orders ahead of swaths, which the legs of a sortie do not tell.</param>
    private Track(List<Motion> motions, double aheadM)
    {
        (this.motions, this.aheadM) = (motions, aheadM);
        around = new Envelope();
        foreach (var motion in motions)
        {
            around.ExpandToInclude(motion.From.EastM, motion.From.NorthM);
            around.ExpandToInclude(motion.To.EastM, motion.To.NorthM);
        }
    }

    public double DurationS => motions[^1].ToS;

    public static Track Of(Sortie sortie, LegFlight flight) => new(flight.Motions(sortie), flight.MostAheadM);

    /// <summary>Whether both may be nearer than they should at some moment, even when each is early or late.</summary>
    /// <param name="startS">Take-off of this one; <paramref name="otherStartS"/> of the other.</param>
    /// <param name="slackS">How many seconds the two may differ from their plans against each other.</param>
    public bool TooNear(double startS, Track other, double otherStartS, double slackS, Fleet fleet)
    {
        var (reach, far) = (around.Copy(), other.around);
        var apartM = fleet.SeparationM + aheadM + other.aheadM;
        reach.ExpandBy(apartM);
        if (!reach.Intersects(far)) return false;
        var first = 0;
        foreach (var a in motions)
        {
            double fromS = startS + a.FromS - slackS, toS = startS + a.ToS + slackS;
            while (first < other.motions.Count && otherStartS + other.motions[first].ToS < fromS) first++;
            for (var k = first; k < other.motions.Count && otherStartS + other.motions[k].FromS <= toS; k++)
            {
                var b = other.motions[k];
                var partOfA = Between(a, otherStartS + b.FromS - slackS - startS, otherStartS + b.ToS + slackS - startS);
                var partOfB = Between(b, fromS - otherStartS, toS - otherStartS);
                if (HeightGapM(partOfA, partOfB) < fleet.LaneStepM && DistanceM(partOfA, partOfB) < apartM) return true;
            }
        }

        return false;
    }

    /// <summary>The part of a motion that lies between two moments.</summary>
    private static Motion Between(Motion motion, double fromS, double toS)
    {
        var lastsS = motion.ToS - motion.FromS;
        if (lastsS <= 0) return motion;
        var (from, to) = (Math.Clamp((fromS - motion.FromS) / lastsS, 0, 1), Math.Clamp((toS - motion.FromS) / lastsS, 0, 1));
        var (way, climbM) = (motion.To - motion.From, motion.ToHeightM - motion.FromHeightM);
        return new Motion(fromS, toS, motion.From + (way * from), motion.From + (way * to), motion.FromHeightM + (climbM * from), motion.FromHeightM + (climbM * to));
    }

    private static double HeightGapM(Motion a, Motion b) => Math.Max(
        Math.Min(a.FromHeightM, a.ToHeightM) - Math.Max(b.FromHeightM, b.ToHeightM),
        Math.Min(b.FromHeightM, b.ToHeightM) - Math.Max(a.FromHeightM, a.ToHeightM));

    private static double DistanceM(Motion a, Motion b) =>
        DistanceComputer.SegmentToSegment(a.From.ToCoordinate(), a.To.ToCoordinate(), b.From.ToCoordinate(), b.To.ToCoordinate());
}
