namespace DroneFarm.Core.Planning.Swaths;

/// <summary>What a layout leaves dry, wets twice, and takes.</summary>
internal readonly record struct LayoutScore(double MissedM2, double DoubledM2, double Seconds)
{
    public double Cost(in Prices prices) => (MissedM2 * prices.MissedSPerM2) + (DoubledM2 * prices.DoubledSPerM2) + Seconds;
}
