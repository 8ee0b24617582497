using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Checking;

/// <summary>Heights of a mission: swaths at their own height or the job's, and nothing above what the law gives agricultural drones.</summary>
internal static class HeightLimits
{
    /// <summary>
    /// True height that an agricultural unmanned aircraft may fly at in China.
    /// Source: 无人驾驶航空器飞行管理暂行条例 (in force since 2024-01-01), article 62 (8): 30 m, 50 km/h, 2,000 m around.
    /// </summary>
    private const double LegalM = 30;

    /// <summary>The autopilot stores whole centimetres and cuts off the rest (ARDUPILOT.md point 11).</summary>
    private const double ToleranceM = 0.02;

    public static IEnumerable<Finding> Of(MissionFlight flight, IReadOnlyList<SprayedLine> lines, Job job, LocalFrame frame)
    {
        if (flight.Segments.FirstOrDefault(s => s.HighestM > LegalM + ToleranceM) is { } high)
            yield return Finding.Error("check.height.over", flight.Number, Say.Count(high.Item), Say.Tenth(high.HighestM), Say.Whole(LegalM))
                with { At = frame.ToGeo(high.To) };

        var lowestM = flight.Sortie.SprayLegs.Select(l => l.Swath.HeightM ?? job.HeightM).DefaultIfEmpty(job.HeightM).Min();
        var low = flight.Segments.FirstOrDefault(s => s.LengthM > SortieMatch.WireM && s.LowestM < lowestM - ToleranceM && !s.SprayOn);
        if (low is not null)
            yield return Finding.Error("check.height.low", flight.Number, Say.Count(low.Item), Say.Tenth(low.LowestM)) with { At = frame.ToGeo(low.To) };

        var other = lines.FirstOrDefault(l => l.Segment.HighestM > PlannedM(l) + ToleranceM || l.Segment.LowestM < PlannedM(l) - ToleranceM);
        if (other is not null)
            yield return Finding.Error("check.height.spray", flight.Number, Say.Count(other.Segment.Item), Say.Fine(other.Segment.HighestM), Say.Fine(PlannedM(other)))
                with { At = frame.ToGeo(other.Start) };

        double PlannedM(SprayedLine line) => line.Swath?.HeightM ?? job.HeightM;
    }
}
