using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using NetTopologySuite.Algorithm;

namespace DroneFarm.Core.Checking;

/// <summary>The dry ways of a mission against the transits of its sortie: before the first swath, between swaths, after the last.</summary>
internal static class WayMatch
{
    /// <summary>Twice the wire's rounding: a corner may be rounded one way and the line beside it the other.</summary>
    private const double ToleranceM = 2 * SortieMatch.WireM;

    /// <param name="lines">One for each spray leg of the sortie, in its order. Ways beside a line that is off its swath are not held against it a second time.</param>
    public static IEnumerable<Finding> Of(MissionFlight flight, IReadOnlyList<SprayedLine> lines, LocalFrame frame)
    {
        var flown = Flown(flight, lines);
        var planned = Planned(flight.Sortie);
        for (var i = 0; i < planned.Count; i++)
        {
            if ((i > 0 && lines[i - 1].Swath is null) || (i < lines.Count && lines[i].Swath is null)) continue;
            if (!Same(flown[i], planned[i]))
                yield return Finding.Error("check.transit.differs", flight.Number, Say.Count(i)) with { At = frame.ToGeo(flown[i][^1]) };
        }
    }

    private static List<List<LocalPoint>> Flown(MissionFlight flight, IReadOnlyList<SprayedLine> lines)
    {
        var sprayed = lines.Select(l => l.Segment).ToHashSet(ReferenceEqualityComparer.Instance);
        var ways = new List<List<LocalPoint>> { new() { flight.Sortie.From.Place } };
        foreach (var segment in flight.Segments)
        {
            if (sprayed.Contains(segment)) ways.Add([segment.To]);
            else ways[^1].Add(segment.To);
        }

        // Where a line meets its swath but for the sprayer's lateness, the way is held to the swath's own ends.
        for (var i = 0; i < lines.Count; i++)
        {
            ways[i][^1] = lines[i].Start;
            ways[i + 1][0] = lines[i].End;
        }

        return ways;
    }

    private static List<List<LocalPoint>> Planned(Sortie sortie)
    {
        var ways = new List<List<LocalPoint>> { new() { sortie.From.Place } };
        foreach (var leg in sortie.Legs)
        {
            if (leg is SprayLeg spray) ways.Add([spray.To]);
            else ways[^1].AddRange(leg.Path);
        }

        ways[^1].Add(sortie.To.Place);
        return ways;
    }

    private static bool Same(List<LocalPoint> one, List<LocalPoint> other) =>
        Near(one, other) && Near(other, one) && Math.Abs(LengthM(one) - LengthM(other)) <= ToleranceM * (one.Count + other.Count);

    private static bool Near(List<LocalPoint> points, List<LocalPoint> line) => points.TrueForAll(p => DistanceM(p, line) <= ToleranceM);

    private static double DistanceM(LocalPoint point, List<LocalPoint> line)
    {
        var leastM = point.DistanceM(line[0]);
        for (var i = 1; i < line.Count && leastM > 0; i++)
            leastM = Math.Min(leastM, DistanceComputer.PointToSegment(point.ToCoordinate(), line[i - 1].ToCoordinate(), line[i].ToCoordinate()));
        return leastM;
    }

    private static double LengthM(List<LocalPoint> line) => line.Zip(line.Skip(1), (a, b) => a.DistanceM(b)).Sum();
}
