namespace DroneFarm.Core.Planning.Swaths;

/// <summary>Swaths along edges, each cut back where an earlier one has already wetted the corner.</summary>
internal sealed record EdgeBands(IReadOnlyList<Pass> Passes, double DryM2, double WetM2, double Seconds)
{
    public static EdgeBands None { get; } = new([], 0, 0, 0);
}
