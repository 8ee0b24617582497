using DroneFarm.Core.Coverage;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Records;
using DroneFarm.Station.Library;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.Journal;

namespace DroneFarm.Station.Reviews;

/// <summary>A flown job as its files tell it, worked out anew from plan and journals alone.</summary>
public sealed record FlownJob(Plan Plan, FlightLog Log, AsApplied Applied, SprayRecord Record)
{
    /// <summary>Null when it was not flown, or its files are of no use; a journal of another plan is of none.</summary>
    public static FlownJob? Read(JobFiles files)
    {
        if (!files.IsPlanned || PlanFile.Read(files.Plan) is not { Plan: { } plan, Fingerprint: var fingerprint }) return null;
        var journals = files.Journals.Select(JournalReader.Read).Where(j => j.Header?.PlanFingerprint == fingerprint && j.Log is not null).ToList();
        if (journals.Count == 0) return null;
        var log = new FlightLog(
            plan.Job.Id, [.. journals.SelectMany(j => j.Log!.Track).OrderBy(p => p.At)], [.. journals.SelectMany(j => j.Log!.Events).OrderBy(e => e.At)],
            journals.Count >= plan.Fleet.Drones && journals.TrueForAll(j => j.Log!.Complete));
        var applied = AsAppliedMap.Of(plan, log);
        var record = SprayRecords.Of(
            plan, log, applied, [.. journals.SelectMany(j => j.Weather).DistinctBy(w => w.At)], string.Join(", ", journals.Select(j => j.Header!.Vehicle)), journals.Exists(j => j.Header!.Simulated));
        IEnumerable<Finding> said = journals.SelectMany(j => j.Findings);
        return new FlownJob(plan, log, applied, record with { Findings = [.. said, .. record.Findings] });
    }
}
