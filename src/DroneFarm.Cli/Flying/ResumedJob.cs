using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Resuming;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.Journal;

namespace DroneFarm.Cli.Flying;

/// <summary>A job that was begun before: what its journal holds, and what is left of it.</summary>
/// <param name="Left">Null when nothing is.</param>
internal sealed record ResumedJob(JournalRead Journal, Plan? Left, Breakpoint? Breakpoint)
{
    /// <param name="simulated">Whether what goes on with it are simulated vehicles: a journal, and the record made of it, is of one kind.</param>
    /// <exception cref="BadInputException">There is no journal of this plan, it is of the other kind, or what is left cannot be planned.</exception>
    public static ResumedJob Read(Plan plan, JobFolder folder, RemainderOptions options, bool simulated, Screen screen)
    {
        var journal = JournalReader.Read(folder.Journal);
        if (journal.Header is not { } header || journal.Log is not { } log) throw InputFiles.Wrong(journal.Findings, screen);
        if (header.PlanFingerprint != PlanFile.Fingerprint(plan)) throw new BadInputException(screen.Text("cli.report.other-plan", folder.Journal, folder.Plan));
        if (header.Simulated != simulated) throw new BadInputException(screen.Text(simulated ? "cli.resume.is-real" : "cli.resume.is-simulated", folder.Journal));
        screen.Findings(journal.Findings);
        if (log.Complete) return new ResumedJob(journal, null, null);
        var left = Remainder.Of(plan, log, options);
        if (left.Refusal is { Key: not "resume.nothing-left" } refusal) throw new BadInputException(Core.Text.Phrasebook.Core.Say(refusal, screen.Language));
        return new ResumedJob(journal, left.Plan, left.Breakpoint);
    }
}
