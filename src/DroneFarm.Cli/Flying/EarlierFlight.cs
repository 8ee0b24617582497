using System.Globalization;
using DroneFarm.Cli.Jobs;
using DroneFarm.Cli.Shell;
using DroneFarm.Core.Planning;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.Journal;

namespace DroneFarm.Cli.Flying;

/// <summary>A job that was sprayed before is not flown from its beginning by a slip of the hand: its ground would be sprayed twice.</summary>
internal static class EarlierFlight
{
    /// <exception cref="BadInputException">Some of this very plan was sprayed, and nobody asks for all of it again.</exception>
    public static void Refuse(Plan plan, JobFolder folder, Screen screen)
    {
        if (!File.Exists(folder.Journal)) return;
        var journal = JournalReader.Read(folder.Journal);
        if (journal.Header is not { } header || journal.Log is not { } log || header.PlanFingerprint != PlanFile.Fingerprint(plan) || !log.Track.Any(p => p.FlowLPerMin > 0)) return;
        var when = header.StartedAt.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        throw new BadInputException(screen.Text(log.Complete ? "cli.fly.flown" : "cli.fly.begun", folder.Path, when));
    }
}
