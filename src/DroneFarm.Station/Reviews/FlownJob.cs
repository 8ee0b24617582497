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
        if (!files.IsPlanned || !files.IsFlown || PlanFile.Read(files.Plan) is not { Plan: { } plan, Fingerprint: var fingerprint }) return null;
        if (JournalReader.Read(files.Journal) is not { Header: { } header, Log: { } log } journal || header.PlanFingerprint != fingerprint) return null;
        var applied = AsAppliedMap.Of(plan, log);
        var record = SprayRecords.Of(plan, log, applied, journal.Weather, header.Vehicle, header.Simulated);
        return new FlownJob(plan, log, applied, record with { Findings = [.. journal.Findings, .. record.Findings] });
    }
}
