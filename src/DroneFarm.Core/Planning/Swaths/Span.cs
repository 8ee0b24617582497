namespace DroneFarm.Core.Planning.Swaths;

/// <summary>A stretch of one strip, in the strip's own direction, metres.</summary>
internal readonly record struct Span(double FromU, double ToU)
{
    public double LengthM => ToU - FromU;
}
