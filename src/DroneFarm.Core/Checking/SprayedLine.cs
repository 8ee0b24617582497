using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;

namespace DroneFarm.Core.Checking;

/// <summary>A line on which a mission sprays, with the swath that the plan has for it.</summary>
/// <param name="Swath">Null when the plan has none there.</param>
/// <remarks>
/// Mission coordinates are whole 1e-7 degrees, 1.1 cm: a line that meets its swath to that rounding is measured where the swath lies,
/// so that areas are exact; any other is measured where the mission puts it.
/// </remarks>
internal sealed record SprayedLine(FlownSegment Segment, Swath? Swath, LocalPoint Start, LocalPoint End, double WidthM)
{
    public double LengthM => Start.DistanceM(End);

    public double AreaM2 => LengthM * WidthM;

    /// <summary>What leaves the nozzles: the flow follows ground speed, so that only the length counts.</summary>
    /// <param name="jobRateLPerHa">For missions that say no rate of their own.</param>
    public double Litres(double jobRateLPerHa) => Segment.FlowLPerMinPerMps is { } flow ? flow * LengthM / 60 : AreaM2 * jobRateLPerHa / 10_000;

    public static SprayedLine On(FlownSegment segment, Swath swath) => new(segment, swath, swath.Start, swath.End, swath.WidthM);

    public static SprayedLine Off(FlownSegment segment, double widthM) => new(segment, null, segment.From, segment.To, widthM);

    public Strip Strip { get; } = new(Start, End, WidthM);
}
