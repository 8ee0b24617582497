namespace DroneFarm.Core.Planning.Swaths;

/// <summary>Swaths along edges, each cut back where an earlier one has already wetted the corner.</summary>
/// <param name="Sides">Those that got a band.</param>
/// <param name="Chains">Passes that go on from one another, round corners that are no sharper than <see cref="EdgeBander.SharpestRad"/>, are flown in one.</param>
internal sealed record EdgeBands(IReadOnlyList<Side> Sides, IReadOnlyList<IReadOnlyList<Pass>> Chains, double DryM2, double WetM2, double Seconds)
{
    public static EdgeBands None { get; } = new([], [], 0, 0, 0);

    public IReadOnlyList<Pass> Passes { get; } = [.. Chains.SelectMany(c => c)];
}
