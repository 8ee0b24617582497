using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;

namespace DroneFarm.Flight.Operations;

/// <summary>Sums over a flown line.</summary>
/// <param name="Litres">From the flow where it is known.</param>
/// <param name="FlowUnknown">Time in the air for which no flow was reported.</param>
public sealed record Flown(double Litres, double DistanceM, TimeSpan Duration, TimeSpan FlowUnknown)
{
    public static Flown Nothing { get; } = new(0, 0, TimeSpan.Zero, TimeSpan.Zero);

    public static Flown operator +(Flown a, Flown b) =>
        new(a.Litres + b.Litres, a.DistanceM + b.DistanceM, a.Duration + b.Duration, a.FlowUnknown + b.FlowUnknown);

    public static Flown Add(Flown left, Flown right) => left + right;

    /// <summary>With the piece of line from one track point to the next; nothing before the first.</summary>
    internal Flown Plus(TrackPoint? from, TrackPoint to)
    {
        if (from is null) return this;
        var passed = to.At - from.At;
        var lengthM = new LocalFrame(from.Place).ToLocal(to.Place) is var p ? Math.Sqrt((p.EastM * p.EastM) + (p.NorthM * p.NorthM)) : 0;
        return from.FlowLPerMin is { } a && to.FlowLPerMin is { } b
            ? new(Litres + ((a + b) / 2 * passed.TotalMinutes), DistanceM + lengthM, Duration + passed, FlowUnknown)
            : new(Litres, DistanceM + lengthM, Duration + passed, FlowUnknown + passed);
    }
}
