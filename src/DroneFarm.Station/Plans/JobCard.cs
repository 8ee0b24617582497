using DroneFarm.Station.Library;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.Journal;

namespace DroneFarm.Station.Plans;

/// <summary>A job in a list.</summary>
public sealed record JobCard(string Id, string Name, bool Planned, bool Flown, bool Complete, DateTimeOffset ChangedAt)
{
    public static JobCard Of(JobFiles files) => new(
        files.Id, JobFile.Read(files.Job).Job?.Name ?? files.Id, files.IsPlanned, files.IsFlown, files.IsFlown && JournalReader.Read(files.Journal).Log is { Complete: true }, Directory.GetLastWriteTimeUtc(files.Folder));
}
