using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Checking;

/// <summary>Holds what a mission flies against the sortie it was made from: the same swaths sprayed, the same ways between them.</summary>
internal static class SortieMatch
{
    /// <summary>Two roundings to 1e-7 degrees are at most 1.6 cm apart.</summary>
    public const double WireM = 0.02;

    /// <summary>Behind a line that comes down by more, a swath begins without speed.</summary>
    private const double SteepM = 0.5;

    public static IReadOnlyList<SprayedLine> Of(MissionFlight flight, Sprayer sprayer, LocalFrame frame, List<Finding> findings)
    {
        var sprayed = flight.Segments.Where(s => s.SprayOn && s.LengthM > WireM).ToList();
        var fromRest = flight.Segments.Zip(flight.Segments.Skip(1)).Where(p => p.First.ClimbM < -SteepM).Select(p => p.Second.Item).ToHashSet();
        var swaths = flight.Sortie.SprayLegs.Select(l => l.Swath).ToList();
        var lines = sprayed.Count == swaths.Count
            ? Pairwise(flight, sprayed, swaths, Gap, frame, findings)
            : Anywhere(flight, sprayed, swaths, sprayer.SwathWidthM, Gap, frame, findings);
        return lines;

        double Gap(FlownSegment line, Swath swath) => GapM(line, swath, sprayer.Switching, fromRest.Contains(line.Item));
    }

    /// <summary>
    /// How far a sprayed line lies from a swath, flown in its direction, metres. The orders on and off may come before the swath's ends by as much as the
    /// sprayer is late to follow them.
    /// </summary>
    private static double GapM(FlownSegment line, Swath swath, Switching? late, bool fromRest) => Math.Max(
        BeforeM(line.From, swath.Start, swath, (late?.LeastOnM ?? 0) + (fromRest ? late?.FromRestM ?? 0 : 0)),
        BeforeM(line.To, swath.End, swath, late?.OffM ?? 0));

    /// <summary>Distance of a place from the stretch that ends at a swath's end and begins so far before it.</summary>
    private static double BeforeM(LocalPoint place, LocalPoint end, Swath swath, double atMostM) =>
        place.DistanceM(end - ((swath.End - swath.Start).Unit * Math.Clamp((swath.End - swath.Start).Unit.Dot(end - place), 0, Math.Max(0, atMostM))));

    private static List<SprayedLine> Pairwise(
        MissionFlight flight, List<FlownSegment> sprayed, List<Swath> swaths, Func<FlownSegment, Swath, double> gap, LocalFrame frame, List<Finding> findings)
    {
        var lines = new List<SprayedLine>(swaths.Count);
        for (var i = 0; i < swaths.Count; i++)
        {
            var gapM = gap(sprayed[i], swaths[i]);
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
        MissionFlight flight, List<FlownSegment> sprayed, List<Swath> swaths, double widthM, Func<FlownSegment, Swath, double> gap, LocalFrame frame, List<Finding> findings)
    {
        var open = new List<Swath>(swaths);
        var lines = new List<SprayedLine>(sprayed.Count);
        foreach (var segment in sprayed)
        {
            var swath = open.Find(s => gap(segment, s) <= WireM);
            if (swath is not null)
            {
                open.Remove(swath);
                lines.Add(SprayedLine.On(segment, swath));
                continue;
            }

            lines.Add(SprayedLine.Off(segment, widthM));
            findings.Add(Finding.Error("check.spray.in-transit", flight.Number, Say.Count(segment.Item), Say.Tenth(segment.LengthM))
                with { At = frame.ToGeo(segment.From) });
        }

        findings.AddRange(open.Select(s => Finding.Error("check.spray.swath-dry", flight.Number, Say.Count(s.Number))
            with { FieldId = s.FieldId, At = frame.ToGeo(s.Start) }));
        return lines;
    }
}
