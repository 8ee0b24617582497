using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Core.Checking;

/// <summary>A line on which a mission sprays, with the swath that the plan has for it.</summary>
/// <param name="Swath">Null when the plan has none there.</param>
/// <param name="EarlyM">How far before its start spray may begin, where the order on comes further ahead than the pump is late at the least.</param>
/// <remarks>
/// Mission coordinates are whole 1e-7 degrees, 1.1 cm: a line that meets its swath to that rounding is measured where the swath lies,
/// so that areas are exact; any other is measured where the mission puts it.
/// </remarks>
internal sealed record SprayedLine(FlownSegment Segment, Swath? Swath, LocalPoint Start, LocalPoint End, double WidthM, double EarlyM = 0)
{
    public double LengthM => Start.DistanceM(End);

    public double AreaM2 => LengthM * WidthM;

    /// <summary>What leaves the nozzles: the flow follows ground speed, so that only the length counts.</summary>
    /// <param name="jobRateLPerHa">For missions that say no rate of their own.</param>
    public double Litres(double jobRateLPerHa) => Segment.FlowLPerMinPerMps is { } flow ? flow * LengthM / 60 : AreaM2 * jobRateLPerHa / 10_000;

    public static SprayedLine On(FlownSegment segment, Swath swath, double earlyM = 0) => new(segment, swath, swath.Start, swath.End, swath.WidthM, earlyM);

    public static SprayedLine Off(FlownSegment segment, double widthM) => new(segment, null, segment.From, segment.To, widthM);

    public Strip Strip { get; } = new(Start, End, WidthM);

    /// <summary>All that it may wet: its strip, and what lies before its start where spray may begin early.</summary>
    public Strip AtMost => EarlyM > 0 ? new Strip(Start - ((End - Start).Unit * EarlyM), End, WidthM) : Strip;
}
