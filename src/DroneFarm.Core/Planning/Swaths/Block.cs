namespace DroneFarm.Core.Planning.Swaths;

/// <summary>Strips over a part of an area, laid before the strips over the rest.</summary>
internal sealed record Block(Lanes Lanes, List<StripSwath> Strips)
{
    public IReadOnlyList<Pass> Passes { get; } = [.. Strips.Select(s => Line.PassOf(s, Lanes))];
}
