using DroneFarm.Station.Library;
using DroneFarm.Station.Wording;

namespace DroneFarm.Station.Plans;

/// <summary>Everything a job was planned with, to go on with it.</summary>
public sealed record JobDocument(string Id, RawJson Farm, RawJson Sprayer, RawJson Job, RawJson? Choices, bool Flown)
{
    public static JobDocument Of(JobFiles files) => new(
        files.Id, JobLibrary.Raw(files.Farm), JobLibrary.Raw(files.Sprayer), JobLibrary.Raw(files.Job),
        File.Exists(files.Choices) ? JobLibrary.Raw(files.Choices) : null, files.IsFlown);
}
