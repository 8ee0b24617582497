namespace DroneFarm.Core.Planning.Swaths;

/// <summary>A way to lay swaths over one area: strips side by side along lanes, after bands along some of its edges.</summary>
/// <param name="FirstDepthM">Lower side of the lowest strip.</param>
/// <param name="PitchM">From one strip to the next.</param>
internal sealed record Layout(Lanes Lanes, double WidthM, double FirstDepthM, double PitchM, int StripCount, EdgeBands Edges, LayoutScore Score)
{
    /// <summary>A part laid before in a direction of its own; its passes are the <see cref="Edges"/> that the strips are cut back at.</summary>
    public Block? First { get; init; }

    /// <summary>Bands laid over what all else left dry along the edge.</summary>
    public EdgeBands Last { get; init; } = EdgeBands.None;

    /// <summary>All passes along the edge.</summary>
    public IEnumerable<IReadOnlyList<Pass>> EdgePasses => First is null ? Edges.Chains.Concat(Last.Chains) : Last.Chains;
}
