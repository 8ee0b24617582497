using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Coverage;

/// <summary>Where the middle of the boom was, and how it lay.</summary>
/// <param name="Nose">The boom lies across it; null when nobody knows, and it is taken to lie across the way flown.</param>
internal readonly record struct BoomPoint(LocalPoint Place, Heading? Nose)
{
    /// <summary>Half the boom to the right of the nose.</summary>
    public LocalVector Right(double halfM) => Nose is { } nose && nose.ToVector() is var ahead ? new LocalVector(ahead.NorthM, -ahead.EastM) * halfM : default;
}
