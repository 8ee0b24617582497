using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Checking;

/// <summary>What a mission tells the pump on each line is what its swath is planned to get.</summary>
internal static class RateMatch
{
    /// <summary>Items keep flows as 32-bit floats.</summary>
    private const double Tolerance = 0.001;

    public static IEnumerable<Finding> Of(MissionFlight flight, IReadOnlyList<SprayedLine> lines, Job job, LocalFrame frame) =>
        lines.Select(l => Of(flight, l, job, frame)).OfType<Finding>().DistinctBy(f => f.Code);

    private static Finding? Of(MissionFlight flight, SprayedLine line, Job job, LocalFrame frame)
    {
        var told = line.Segment.FlowLPerMinPerMps;
        var item = Say.Count(line.Segment.Item);
        var at = frame.ToGeo(line.Start);
        if (told is null) return job.Prescription is null ? null : Finding.Error("check.rate.none", flight.Number, item) with { At = at };
        var toldLPerHa = Spraying.Dose.RateLPerHa(told.Value, line.WidthM, 1);
        var plannedLPerHa = line.Swath?.Dose?.RateLPerHa ?? job.RateLPerHa;
        return Math.Abs(toldLPerHa - plannedLPerHa) <= Tolerance * plannedLPerHa
            ? null
            : Finding.Error("check.rate.differs", flight.Number, item, Say.Tenth(toldLPerHa), Say.Tenth(plannedLPerHa)) with { At = at };
    }
}
