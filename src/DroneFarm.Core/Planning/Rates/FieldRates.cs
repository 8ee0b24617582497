using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning.Rates;

/// <summary>What a prescription means for the fields of a farm.</summary>
internal sealed record FieldRates(RateMap Map, RateCutter Cutter)
{
    /// <returns>Null for a job without a prescription.</returns>
    public static FieldRates? Of(Sprayer sprayer, Job job, LocalFrame frame)
    {
        if (job.Prescription is not { } prescription) return null;
        var map = new RateMap(prescription, job.RateLPerHa, frame);
        return new FieldRates(map, new RateCutter(map, sprayer, job));
    }
}
