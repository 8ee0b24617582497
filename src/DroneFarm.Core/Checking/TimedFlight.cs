using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Checking;

/// <summary>A mission in the job's time: its pieces share the sortie's planned duration as the check's own arithmetic says.</summary>
internal sealed class TimedFlight
{
    /// <summary>Places on the wire are whole 1e-7 degrees and heights whole centimetres.</summary>
    private const double PlaceToleranceM = 0.1;

    private readonly List<(double FromS, double ToS, FlownSegment Segment)> pieces = [];

    private TimedFlight(Sortie sortie) => Sortie = sortie;

    public Sortie Sortie { get; }

    public double StartS => Sortie.Start.TotalSeconds;

    public double EndS => Sortie.Finish.TotalSeconds;

    public static TimedFlight Of(MissionFlight flight, Sprayer sprayer, Job job, double ownSeconds)
    {
        var timed = new TimedFlight(flight.Sortie);
        var stretch = ownSeconds > 0 ? flight.Sortie.Duration.TotalSeconds / ownSeconds : 1;
        var atS = timed.StartS;
        for (var i = 0; i < flight.Segments.Count; i++)
        {
            var untilS = atS + (stretch * FlightEnergy.Seconds(flight.Segments, i, sprayer, job));
            timed.pieces.Add((atS, untilS, flight.Segments[i]));
            atS = untilS;
        }

        return timed;
    }

    /// <summary>The first moment at which both are nearer than they may be, over the ground and in height.</summary>
    /// <returns>The moment in seconds and where this one is then; null when they keep apart.</returns>
    public (double AtS, LocalPoint Place)? FirstTooNear(TimedFlight other, double separationM, double heightM)
    {
        var first = 0;
        foreach (var (fromS, toS, segment) in pieces)
        {
            while (first < other.pieces.Count && other.pieces[first].ToS < fromS) first++;
            for (var k = first; k < other.pieces.Count && other.pieces[k].FromS <= toS; k++)
            {
                var (otherFromS, otherToS, otherSegment) = other.pieces[k];
                double beginS = Math.Max(fromS, otherFromS), endS = Math.Min(toS, otherToS);
                if (endS < beginS) continue;
                var (a, b) = (At(segment, fromS, toS, beginS), At(segment, fromS, toS, endS));
                var (c, d) = (At(otherSegment, otherFromS, otherToS, beginS), At(otherSegment, otherFromS, otherToS, endS));
                if (FirstShare(a, b, c, d, separationM - PlaceToleranceM, heightM - PlaceToleranceM) is { } share)
                    return (beginS + (share * (endS - beginS)), a.Place + ((b.Place - a.Place) * share));
            }
        }

        return null;
    }

    private static (LocalPoint Place, double HeightM) At(FlownSegment segment, double fromS, double toS, double atS)
    {
        var share = toS > fromS ? Math.Clamp((atS - fromS) / (toS - fromS), 0, 1) : 0;
        return (segment.From + ((segment.To - segment.From) * share), segment.FromHeightM + (segment.ClimbM * share));
    }

    /// <summary>
    /// Both move evenly from a to b and from c to d: the first share of the time, 0 to 1, at which they are too near over the ground and in height at once.
    /// Over the ground that is where a quadratic is negative, in height where a line is within two bounds.
    /// </summary>
    private static double? FirstShare(
        (LocalPoint Place, double HeightM) a, (LocalPoint Place, double HeightM) b, (LocalPoint Place, double HeightM) c, (LocalPoint Place, double HeightM) d,
        double nearM, double nearHeightM)
    {
        LocalVector away = a.Place - c.Place, drift = (b.Place - a.Place) - (d.Place - c.Place);
        double low = 0, high = 1;
        double square = drift.Dot(drift), half = away.Dot(drift), rest = away.Dot(away) - (nearM * nearM);
        if (square > 1e-12)
        {
            var root = (half * half) - (square * rest);
            if (root <= 0) return null;
            (low, high) = (Math.Max(low, (-half - Math.Sqrt(root)) / square), Math.Min(high, (-half + Math.Sqrt(root)) / square));
        }
        else if (rest >= 0) return null;

        double above = a.HeightM - c.HeightM, climb = (b.HeightM - a.HeightM) - (d.HeightM - c.HeightM);
        if (Math.Abs(climb) > 1e-9)
        {
            double one = (-nearHeightM - above) / climb, two = (nearHeightM - above) / climb;
            (low, high) = (Math.Max(low, Math.Min(one, two)), Math.Min(high, Math.Max(one, two)));
        }
        else if (Math.Abs(above) >= nearHeightM) return null;

        return low < high ? low : null;
    }
}
