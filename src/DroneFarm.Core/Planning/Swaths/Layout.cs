using DroneFarm.Core.Planning.Ground;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>A way to lay swaths over one area: parallel strips from side to side, after bands along some of its edges.</summary>
/// <param name="Turned">The area seen along the strips.</param>
/// <param name="FirstV">Lower side of the lowest strip.</param>
/// <param name="PitchM">From one strip to the next.</param>
internal sealed record Layout(TurnedRings Turned, double WidthM, double FirstV, double PitchM, int StripCount, EdgeBands Edges, LayoutScore Score)
{
    /// <summary>A part laid before in a direction of its own; its passes are the <see cref="Edges"/> that the strips are cut back at.</summary>
    public Block? First { get; init; }
}
