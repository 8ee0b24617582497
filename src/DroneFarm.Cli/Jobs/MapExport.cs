using DroneFarm.Cli.Shell;
using DroneFarm.Core.Coverage;
using DroneFarm.Core.Planning;
using DroneFarm.Storage.Formats.Isoxml;
using DroneFarm.Storage.Formats.Maps;
using DroneFarm.Storage.Journal;

namespace DroneFarm.Cli.Jobs;

/// <summary>A plan, and what was flown of it, as maps for other programs.</summary>
/// <param name="Map">The plan with every stage.</param>
/// <param name="Applied">What was sprayed where, from the journal.</param>
/// <param name="Isoxml">The farm, and the flown job with its time log where there is a journal.</param>
internal sealed record MapExport(string? Map, string? Applied, string? Isoxml)
{
    public IEnumerable<string?> Files => [Map, Applied, Isoxml];

    public bool IsEmpty => Files.All(f => f is null);

    /// <summary>Before anything is written.</summary>
    /// <exception cref="BadInputException">A name has an ending of no format: a program that opens it by its name would find another inside.</exception>
    public void CheckNames(Screen screen)
    {
        foreach (var map in new[] { Map, Applied }.OfType<string>()) FormatOf(map, screen);
        if (Isoxml is not null && !Isoxml.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) throw new BadInputException(screen.Text("cli.export.isoxml-ending", Isoxml));
    }

    /// <exception cref="BadInputException">A name has an ending of no format, or the journal cannot be used.</exception>
    public void Write(Plan plan, JobFolder folder, Screen screen)
    {
        if (Map is not null) WriteMap(Map, MapSheet.Of(plan), screen);
        if (Applied is null && (Isoxml is null || !File.Exists(folder.Journal)))
        {
            if (Isoxml is not null) WriteFault.InFile(Isoxml, screen, () => TaskDataWriter.Write(Isoxml, plan.Farm));
            return;
        }

        var journal = JournalReader.Read(folder.Journal);
        if (journal.Log is not { } log) throw InputFiles.Wrong(journal.Findings, screen);
        var applied = AsAppliedMap.Of(plan, log);
        if (Applied is not null) WriteMap(Applied, MapSheet.Of(plan.Farm, applied), screen);
        if (Isoxml is null) return;
        var record = new TaskRecord(plan.Job.Name, plan.Sprayer.Name, log, plan.Sprayer.SwathWidthM, applied.Litres, applied.Sprayed.Area);
        WriteFault.InFile(Isoxml, screen, () => TaskDataWriter.Write(Isoxml, plan.Farm, record));
    }

    /// <exception cref="BadInputException">Its ending is of no format, or it cannot be written.</exception>
    public static void WriteMap(string path, MapSheet sheet, Screen screen)
    {
        var format = FormatOf(path, screen);
        WriteFault.InFile(path, screen, () => MapFile.Write(path, sheet, format));
    }

    private static MapFormat FormatOf(string path, Screen screen) => MapFile.FormatOf(path) ?? throw new BadInputException(screen.Text("cli.export.ending", path));
}
