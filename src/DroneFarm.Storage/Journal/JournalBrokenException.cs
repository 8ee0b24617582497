using DroneFarm.Core.Text;

namespace DroneFarm.Storage.Journal;

/// <summary>
/// The journal can no longer be written: the disk is full, gone or read-only. What is not recorded must not be sprayed,
/// so whoever flies treats this as a reason to stop the job. Every later write to the same journal throws it again.
/// </summary>
public sealed class JournalBrokenException : Exception
{
    public JournalBrokenException()
    {
    }

    public JournalBrokenException(string message)
        : base(message)
    {
    }

    public JournalBrokenException(string message, Exception innerException)
        : base(message, innerException) => Fault = FaultOf(innerException);

    internal JournalBrokenException(string message, string path, Exception innerException)
        : this(message, innerException) => Path = path;

    public JournalFault Fault { get; }

    /// <summary>Of the journal; empty when it is not known.</summary>
    public string Path { get; } = "";

    /// <summary>What is wrong and what would help, for people.</summary>
    public Phrase Text => new(
        Fault switch
        {
            JournalFault.DiskFull => "journal.disk-full",
            JournalFault.ReadOnly => "journal.read-only",
            JournalFault.Gone => "journal.gone",
            JournalFault.InUse => "journal.in-use",
            _ => "journal.broken",
        },
        [Path, InnerException?.Message ?? Message]);

    /// <summary>.NET hands on the error number of Unix, or Windows' own with its facility before it.</summary>
    private static JournalFault FaultOf(Exception error) => error switch
    {
        JournalBrokenException broken => broken.Fault,
        UnauthorizedAccessException => JournalFault.ReadOnly,
        DirectoryNotFoundException or FileNotFoundException or DriveNotFoundException => JournalFault.Gone,
        IOException { HResult: 28 or 122 or unchecked((int)0x80070070) or unchecked((int)0x80070027) } => JournalFault.DiskFull,
        IOException { HResult: 30 or unchecked((int)0x80070013) } => JournalFault.ReadOnly,
        IOException { HResult: 5 or 6 or 19 or unchecked((int)0x80070015) } => JournalFault.Gone,
        IOException { HResult: 11 or unchecked((int)0x80070020) or unchecked((int)0x80070021) } => JournalFault.InUse,
        _ => JournalFault.Other,
    };
}
