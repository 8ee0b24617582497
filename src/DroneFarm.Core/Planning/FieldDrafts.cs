using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Ground;
using DroneFarm.Core.Planning.Rates;

namespace DroneFarm.Core.Planning;

/// <summary>All fields of a farm, each for itself and so on all processors; the order of the result is the farm's.</summary>
internal static class FieldDrafts
{
    public static List<FieldDraft> Of(Farm farm, JobTerms terms, FieldRates? rates, PlanOptions options, IProgress<PlanProgress>? progress, CancellationToken cancel)
    {
        var around = new Surroundings(farm, terms.Job);
        var drafts = new FieldDraft[farm.Fields.Count];
        var gate = new Lock();
        var done = 0;
        var parallel = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = options.Threads ?? Environment.ProcessorCount };
        Parallel.For(0, drafts.Length, parallel, i =>
        {
            drafts[i] = FieldStage.Of(farm.Fields[i], around, terms, rates, options, farm.Frame);
            lock (gate) progress?.Report(new PlanProgress(++done, drafts.Length));
        });
        var together = options.Direction is null && (options.AdjacentTogether || terms.Job.AdjacentTogether == true);
        return together ? [.. AdjacentFields.Aligned(drafts, options.AdjacentGapM, LaidAlong, cancel)] : [.. drafts];

        FieldDraft LaidAlong(FieldDraft draft, Heading direction) =>
            FieldStage.Of(draft.Plan.Field, around, terms, rates, options with { Direction = direction }, farm.Frame);
    }
}
