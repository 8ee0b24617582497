using DroneFarm.Core.Planning;
using DroneFarm.Station.Library;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Station.Plans;

/// <summary>
/// Plans the library's first sprayer over its first farm once, for nobody, when the station starts: the first plan of a program that has just started takes half a
/// second longer than all that follow, and that half second should not be a pilot's.
/// </summary>
internal static class WarmPlanner
{
    public static Task BeginAsync(JobLibrary library, string? samplesFolder, CancellationToken cancel) => Task.Run(
        () =>
        {
            if (samplesFolder is null || JobFile.Read(Path.Combine(samplesFolder, "job.json")).Job is not { } job) return;
            if (library.FarmCards() is not [var card, ..] || FarmFile.Read(library.FarmPath(card.Id)).Farm is not { Fields.Count: > 0 and <= Most } farm) return;
            if (library.SprayersKept() is not [var (id, _), ..] || SprayerFile.Read(library.SprayerPath(id)).Sprayer is not { } sprayer) return;
            try
            {
                PlanDesk.Answer(Planner.Plan(farm, sprayer, job, new PlanOptions(), cancel: cancel), TimeSpan.Zero);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
            }
        },
        CancellationToken.None);

    /// <summary>A larger farm would keep the machine busy for longer than it helps.</summary>
    private const int Most = 40;
}
