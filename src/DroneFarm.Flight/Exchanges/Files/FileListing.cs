using System.Globalization;
using System.Text;

namespace DroneFarm.Flight.Exchanges.Files;

/// <summary>Lists a folder of the vehicle: asks from entry to entry until it says that there are no more.</summary>
public sealed class FileListing(string path, Pace? pace = null) : FileExchange<FileListingResult>(pace)
{
    private readonly List<FileEntry> entries = [];
    private uint told;

    protected override FileListingResult Aborted(AbortReason reason) => new(TransferOutcome.Cancelled, FileError.None, entries);

    protected override void OnStart(DateTimeOffset now) => AskOn(now);

    private protected override void Silent() =>
        Finish(new(entries.Count > 0 ? TransferOutcome.Interrupted : TransferOutcome.TimedOut, FileError.None, entries));

    private protected override void Answered(in FileAnswer answer, bool isFirst, DateTimeOffset now)
    {
        if (answer.Error == FileError.EndOfFile)
        {
            Finish(new(TransferOutcome.Done, FileError.None, entries));
        }
        else if (answer.Error != FileError.None)
        {
            Finish(new(TransferOutcome.Refused, answer.Error, entries));
        }
        else
        {
            foreach (var entry in Encoding.UTF8.GetString(answer.Data).Split('\0', StringSplitOptions.RemoveEmptyEntries)) Add(entry);
            AskOn(now);
        }
    }

    private void AskOn(DateTimeOffset now) => Ask(FileQuestion.About(FileCode.ListDirectory, path, told), now);

    /// <summary>"Fname\tsize" is a file, "Dname" a folder, "S" something that is skipped; all are counted.</summary>
    private void Add(string entry)
    {
        told++;
        if (entry[0] is not ('F' or 'D')) return;
        var cells = entry[1..].Split('\t');
        var size = cells.Length > 1 && long.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : 0;
        entries.Add(new FileEntry(cells[0], size, IsFolder: entry[0] == 'D'));
    }
}
