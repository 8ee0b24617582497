using DroneFarm.Station.Library;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Station.Plans;

/// <summary>A job in a list.</summary>
public sealed record JobCard(string Id, string Name, bool Planned, bool Flown, DateTimeOffset ChangedAt)
{
    public static JobCard Of(JobFiles files) => new(
        files.Id, JobFile.Read(files.Job).Job?.Name ?? files.Id, files.IsPlanned, files.Journals.Count > 0, Directory.GetLastWriteTimeUtc(files.Folder));
}
