using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>Passes that go on from one another: one alone, or several round blunt corners, flown in one with the pump on.</summary>
internal sealed record Line(IReadOnlyList<Pass> Passes)
{
    public LocalPoint Start => Passes[0].Start;

    public LocalPoint End => Passes[^1].End;

    public Line Reversed => new([.. Passes.Reverse().Select(p => p.Reversed)]);

    public static Pass PassOf(in StripSwath swath, Lanes lanes) => new(
        lanes.ToLocal(swath.Sector, swath.Span.FromU, swath.AxisDepthM), lanes.ToLocal(swath.Sector, swath.Span.ToU, swath.AxisDepthM));

    /// <summary>The line of swaths that are joined; each begins exactly where the one before it ends.</summary>
    public static Line Of(List<StripSwath> run, Lanes lanes)
    {
        var passes = new Pass[run.Count];
        for (var i = 0; i < passes.Length; i++)
        {
            passes[i] = PassOf(run[i], lanes);
            if (i > 0) passes[i] = passes[i] with { Start = passes[i - 1].End };
        }

        return new Line(passes);
    }
}
