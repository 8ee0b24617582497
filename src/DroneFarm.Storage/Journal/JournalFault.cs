namespace DroneFarm.Storage.Journal;

/// <summary>Why a journal can no longer be written, as far as the operating system says.</summary>
public enum JournalFault
{
    Other,
    DiskFull,
    ReadOnly,

    /// <summary>The folder is not there, or the disk went away.</summary>
    Gone,

    /// <summary>Another program holds the file.</summary>
    InUse,
}
