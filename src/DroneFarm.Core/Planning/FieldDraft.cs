using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Rates;
using DroneFarm.Core.Planning.Routing;

namespace DroneFarm.Core.Planning;

/// <summary>A field whose swaths are laid but not yet numbered: the route still chooses among its tours.</summary>
/// <param name="Tours">Ways through all its swaths; empty when the field is refused.</param>
/// <param name="Paths">Null when the field is refused.</param>
/// <param name="CostS">Seconds of flight, and errors at their price.</param>
/// <param name="HeightM">Of all its swaths, where it is lower than the job's.</param>
/// <param name="Rates">Cuts the swaths by a prescription; null without one.</param>
internal sealed record FieldDraft(
    FieldPlan Plan, double WidthM, List<List<(TourStop Stop, int Variant)>> Tours, FieldPaths? Paths, double CostS = 0, RateCutter? Rates = null, double? HeightM = null)
{
    public bool IsRefused => Tours.Count == 0;

    public LocalPoint Entry(int tour) => Tours[tour][0] is var (stop, variant) ? stop.Entry(variant) : default;

    public LocalPoint Exit(int tour) => Tours[tour][^1] is var (stop, variant) ? stop.Exit(variant) : default;

    /// <summary>The swaths of one tour, numbered in flying order.</summary>
    public List<Swath> Swaths(int tour)
    {
        var swaths = new List<Swath>();
        foreach (var (stop, variant) in Tours[tour])
        {
            foreach (var pass in stop.Flown(variant)) swaths.Add(new Swath(swaths.Count + 1, Plan.Field.Id, pass.Start, pass.End, WidthM, stop.Kind, HeightM: HeightM));
        }

        return Rates is null ? swaths : Rates.Cut(swaths);
    }
}
