using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Core.Checking;

/// <summary>Holds what a mission flies against the sortie it was made from: the same swaths sprayed, the same ways between them.</summary>
internal static class SortieMatch
{
    /// <summary>Two roundings to 1e-7 degrees are at most 1.6 cm apart.</summary>
    public const double WireM = 0.02;

    public static IReadOnlyList<SprayedLine> Of(MissionFlight flight, double sprayerWidthM, LocalFrame frame, List<Finding> findings)
    {
        var sprayed = flight.Segments.Where(s => s.SprayOn && s.LengthM > WireM).ToList();
        var swaths = flight.Sortie.SprayLegs.Select(l => l.Swath).ToList();
        var lines = sprayed.Count == swaths.Count
            ? Pairwise(flight, sprayed, swaths, frame, findings)
            : Anywhere(flight, sprayed, swaths, sprayerWidthM, frame, findings);
        return lines;
    }

    /// <summary>How far a sprayed line lies from a swath, flown in its direction, metres.</summary>
    private static double GapM(FlownSegment line, Swath swath) => Math.Max(line.From.DistanceM(swath.Start), line.To.DistanceM(swath.End));

    private static List<SprayedLine> Pairwise(
        MissionFlight flight, List<FlownSegment> sprayed, List<Swath> swaths, LocalFrame frame, List<Finding> findings)
    {
        var lines = new List<SprayedLine>(swaths.Count);
        for (var i = 0; i < swaths.Count; i++)
        {
            var gapM = GapM(sprayed[i], swaths[i]);
            if (gapM <= WireM)
            {
                lines.Add(SprayedLine.On(sprayed[i], swaths[i]));
                continue;
            }

            lines.Add(SprayedLine.Off(sprayed[i], swaths[i].WidthM));
            findings.Add(Finding.Error("check.spray.off-swath", flight.Number, Say.Count(sprayed[i].Item), Say.Count(swaths[i].Number), Say.Fine(gapM))
                with { FieldId = swaths[i].FieldId, At = frame.ToGeo(sprayed[i].From) });
        }

        findings.AddRange(WayMatch.Of(flight, lines, frame));
        return lines;
    }

    private static List<SprayedLine> Anywhere(
        MissionFlight flight, List<FlownSegment> sprayed, List<Swath> swaths, double sprayerWidthM, LocalFrame frame, List<Finding> findings)
    {
        var open = new List<Swath>(swaths);
        var lines = new List<SprayedLine>(sprayed.Count);
        foreach (var segment in sprayed)
        {
            var swath = open.Find(s => GapM(segment, s) <= WireM);
            if (swath is not null)
            {
                open.Remove(swath);
                lines.Add(SprayedLine.On(segment, swath));
                continue;
            }

            lines.Add(SprayedLine.Off(segment, sprayerWidthM));
            findings.Add(Finding.Error("check.spray.in-transit", flight.Number, Say.Count(segment.Item), Say.Tenth(segment.LengthM))
                with { At = frame.ToGeo(segment.From) });
        }

        findings.AddRange(open.Select(s => Finding.Error("check.spray.swath-dry", flight.Number, Say.Count(s.Number))
            with { FieldId = s.FieldId, At = frame.ToGeo(s.Start) }));
        return lines;
    }
}
