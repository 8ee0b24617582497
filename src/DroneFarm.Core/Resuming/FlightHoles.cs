using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Resuming;

/// <summary>
/// Stretches of a sortie that flew on while nobody on the ground listened: a link that was lost, a ground station that was killed. Filled from the
/// vehicle's own log, which is laid over what was heard by the places of both.
/// </summary>
public static class FlightHoles
{
    /// <summary>Reports come ten times a second; a second without one is a hole.</summary>
    private static readonly TimeSpan Hole = TimeSpan.FromSeconds(1);

    /// <summary>What was heard just before a hole is matched over this many reports.</summary>
    private const int Matched = 20;

    /// <summary>Two records of one flight agree within this, metres; another flight's log does not.</summary>
    private const double AgreesM = 1;

    private const double OnGroundM = 0.5;

    /// <summary>Whether a sortie's line has a hole in the air, or ends in the air.</summary>
    public static bool Any(FlightLog log, int sortie)
    {
        var line = Line(log, sortie);
        return line.Count > 0 && (line[^1].HeightM > OnGroundM || line.Zip(line.Skip(1)).Any(p => p.Second.At - p.First.At > Hole && p.First.HeightM > OnGroundM));
    }

    /// <summary>The points that were not heard; none when the log is of another flight.</summary>
    public static IReadOnlyList<TrackPoint> Fill(FlightLog log, int sortie, IReadOnlyList<LoggedPoint> logged)
    {
        var heard = Line(log, sortie);
        if (heard.Count < Matched || logged.Count == 0) return [];
        var filled = new List<TrackPoint>();
        for (var i = 0; i < heard.Count; i++)
        {
            var ends = i + 1 < heard.Count ? heard[i + 1].At : DateTimeOffset.MaxValue;
            if (ends - heard[i].At <= Hole || heard[i].HeightM <= OnGroundM || Start(heard, i, logged) is not { } start) continue;
            filled.AddRange(logged.Where(p => start + p.Clock > heard[i].At && start + p.Clock < ends && p.HeightM > OnGroundM / 2)
                .Select(p => new TrackPoint(start + p.Clock, heard[i].Vehicle, sortie, p.Place, p.HeightM, 0, p.FlowLPerMin)));
        }

        return filled;
    }

    private static List<TrackPoint> Line(FlightLog log, int sortie) => [.. log.Track.Where(p => p.SortieNumber == sortie).OrderBy(p => p.At)];

    /// <summary>The moment at which the vehicle's clock showed 0, by the last reports before a hole; null when the two do not agree.</summary>
    private static DateTimeOffset? Start(List<TrackPoint> heard, int last, IReadOnlyList<LoggedPoint> logged)
    {
        var frame = new LocalFrame(heard[last].Place);
        var known = heard.Skip(Math.Max(0, last + 1 - Matched)).Take(Math.Min(Matched, last + 1)).ToList();
        var places = logged.Select(p => frame.ToLocal(p.Place)).ToList();
        var (bestM, best) = (AgreesM, (DateTimeOffset?)null);
        for (var j = 0; j < logged.Count; j++)
        {
            if (places[j].DistanceM(default) > AgreesM) continue;
            var start = heard[last].At - logged[j].Clock;
            if (MeanM(known, start, j, logged, places, frame) is var offM && offM < bestM) (bestM, best) = (offM, start);
        }

        return best;
    }

    private static double MeanM(List<TrackPoint> known, DateTimeOffset start, int from, IReadOnlyList<LoggedPoint> logged, List<LocalPoint> places, LocalFrame frame)
    {
        var (sumM, at) = (0.0, from);
        for (var k = known.Count - 1; k >= 0; k--)
        {
            while (at > 0 && start + logged[at].Clock > known[k].At) at--;
            sumM += Math.Min(10 * AgreesM, places[at].DistanceM(frame.ToLocal(known[k].Place)));
        }

        return sumM / known.Count;
    }
}
