namespace DroneFarm.Core.Planning.Fleets;

/// <summary>A row of sorties parted into one run for each aircraft.</summary>
/// <param name="Starts">The first sortie of each run.</param>
/// <param name="Backwards">Whether a run is flown from its last sortie to its first.</param>
internal sealed record Share(IReadOnlyList<int> Starts, IReadOnlyList<bool> Backwards)
{
    /// <summary>How many other shares lie next to this one: each border one sortie to either side, each run the other way round.</summary>
    public int Changes => (2 * (Starts.Count - 1)) + Starts.Count;

    /// <returns>Null when a run would be left without a sortie.</returns>
    public Share? Changed(int change, int sorties)
    {
        var run = change - (2 * (Starts.Count - 1));
        if (run >= 0) return this with { Backwards = [.. Backwards.Select((b, i) => b ^ (i == run))] };
        var border = 1 + (change / 2);
        var moved = Starts[border] + (change % 2 == 0 ? -1 : 1);
        if (moved <= Starts[border - 1] || moved >= End(border, sorties)) return null;
        return this with { Starts = [.. Starts.Select((s, i) => i == border ? moved : s)] };
    }

    public List<IReadOnlyList<Sortie>> Runs(List<Sortie> sorties) => [.. Starts.Select((from, i) =>
    {
        var run = sorties.GetRange(from, End(i, sorties.Count) - from);
        if (Backwards[i]) run.Reverse();
        return (IReadOnlyList<Sortie>)run;
    })];

    private int End(int run, int sorties) => run + 1 < Starts.Count ? Starts[run + 1] : sorties;
}
