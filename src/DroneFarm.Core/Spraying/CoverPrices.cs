namespace DroneFarm.Core.Spraying;

/// <summary>What faults of cover are worth to the farmer, in seconds of flight for a square metre; spraying one takes 0.04 s at 5 m and 5 m/s.</summary>
/// <param name="MissedSPerM2">Ground left dry: weeds that stay.</param>
/// <param name="DoubledSPerM2">Ground wetted twice: product wasted, crop stressed.</param>
public sealed record CoverPrices(double MissedSPerM2, double DoubledSPerM2)
{
    /// <summary>Chosen on the collected fields: both faults count the same, and on every set but one the faults together stay under 3 % (docs/benchmarks.md).</summary>
    public static CoverPrices Usual { get; } = new(0.45, 0.45);
}
