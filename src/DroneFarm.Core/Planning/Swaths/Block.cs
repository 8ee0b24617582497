using DroneFarm.Core.Planning.Ground;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>Strips of one direction over a part of an area, laid before the strips of another direction over the rest.</summary>
internal sealed record Block(TurnedRings Turned, IReadOnlyList<StripSwath> Strips)
{
    public IReadOnlyList<Pass> Passes { get; } =
        [.. Strips.Select(s => new Pass(Turned.ToLocal(s.Span.FromU, s.AxisV), Turned.ToLocal(s.Span.ToU, s.AxisV)))];
}
