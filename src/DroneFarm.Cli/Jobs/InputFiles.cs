using DroneFarm.Cli.Shell;
using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Spraying;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Cli.Jobs;

/// <summary>What a plan is made from. An error that leaves nothing to plan ends the verb with one line.</summary>
internal sealed record InputFiles(Farm Farm, Sprayer Sprayer, Job Job, IReadOnlyList<Finding> Findings)
{
    /// <exception cref="BadInputException">A file cannot be used; the line names it and the place in it.</exception>
    public static InputFiles Read(string farmPath, Datum? datum, string? sprayerPath, string? jobPath, string? prescriptionPath, string? fieldIds, Screen screen)
    {
        var farm = FarmFile.Read(farmPath, datum);
        // What could be read in part only may have lost a zone or an obstacle.
        if (farm.Findings.Any(f => f.Severity == Severity.Error && f.FieldId is null)) throw Wrong(farm.Findings.Where(f => f.FieldId is null), screen);
        var sprayer = SprayerFile.Read(sprayerPath ?? Samples.Sprayer);
        var job = JobFile.Read(jobPath ?? Samples.Job);
        var chosen = FieldChoice.Of(farm.Farm ?? throw Wrong(farm.Findings, screen), fieldIds, farmPath, screen);
        var asked = job.Job ?? throw Wrong(job.Findings, screen);
        List<Finding> findings = [.. farm.Findings, .. sprayer.Findings, .. job.Findings];
        if (PrescriptionOf(prescriptionPath, job, chosen, datum) is { } read)
        {
            asked = asked with { Prescription = read.Prescription ?? throw Wrong(read.Findings, screen) };
            findings.AddRange(read.Findings);
        }

        return new InputFiles(chosen, sprayer.Sprayer ?? throw Wrong(sprayer.Findings, screen), asked, findings);
    }

    /// <summary>The file on the command line is taken before the one that the job names, which is then not looked at.</summary>
    private static PrescriptionRead? PrescriptionOf(string? path, JobRead job, Farm farm, Datum? datum) =>
        path is not null ? PrescriptionFile.Read(path, farm.Frame, datum)
        : job.Prescription is { } named ? PrescriptionFile.Read(named, farm.Frame, datum)
        : null;

    public static BadInputException Wrong(IEnumerable<Finding> findings, Screen screen) =>
        new(findings.First(f => f.Severity == Severity.Error).Say(screen.Language));
}
