namespace DroneFarm.Storage;

/// <summary>Writes a file wholly or not at all: under a temporary name beside the target, flushed to the disk, then renamed over it.</summary>
public static class WholeFile
{
    private const string TemporaryEnding = ".part";

    /// <summary>Whoever reads <paramref name="path"/> sees the old content or the new one, never a part.</summary>
    /// <exception cref="IOException">The folder is missing, the disk is full, or another program holds the file; the target is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file is read-only; the target is untouched.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        var temporary = path + TemporaryEnding;
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            // Deleting a file that is not there is no error, and a leftover is overwritten next time.
            if (File.Exists(temporary)) File.Delete(temporary);
            throw;
        }
    }
}
