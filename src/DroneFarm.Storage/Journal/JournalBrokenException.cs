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
        : base(message, innerException)
    {
    }
}
