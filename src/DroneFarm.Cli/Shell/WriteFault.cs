namespace DroneFarm.Cli.Shell;

/// <summary>What kept a file from being written, or read, in one line: the path and why.</summary>
internal static class WriteFault
{
    /// <summary>What Unix and Windows call a thing that is there already, and a disk without room (errno, and the low half of the HRESULT).</summary>
    private static readonly int[] Exists = [17, 80, 183], Full = [28, 39, 112];

    public static bool Is(Exception error) => error is IOException or UnauthorizedAccessException;

    /// <summary>Runs <paramref name="write"/>, which makes one file at <paramref name="path"/>.</summary>
    /// <exception cref="BadInputException">It could not: the line says why.</exception>
    public static void InFile(string path, Screen screen, Action write) => InFile(path, screen, () =>
    {
        write();
        return true;
    });

    /// <inheritdoc cref="InFile(string, Screen, Action)"/>
    public static T InFile<T>(string path, Screen screen, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception error) when (Is(error))
        {
            throw new BadInputException(Line(path, error, isFolder: false, screen));
        }
    }

    /// <summary>Runs <paramref name="write"/>, which makes the folder <paramref name="path"/> and files in it.</summary>
    /// <exception cref="BadInputException">It could not: the line says why.</exception>
    public static void InFolder(string path, Screen screen, Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (Is(error))
        {
            throw new BadInputException(Line(path, error, isFolder: true, screen));
        }
    }

    /// <summary>The same for a file that is read.</summary>
    public static BadInputException Reading(string path, Exception error, Screen screen) => new(error is FileNotFoundException or DirectoryNotFoundException
        ? screen.Text("cli.no-such-file", path)
        : screen.Text("cli.file.unusable", path, Why(path, error, isFolder: false, screen)));

    /// <summary>For a fault that nobody expected at its place: the path stands between quotes in what the system says, or nowhere.</summary>
    public static string Line(Exception error, Screen screen)
    {
        var (from, to) = (error.Message.IndexOf('\'', StringComparison.Ordinal), error.Message.LastIndexOf('\''));
        return to > from + 1
            ? screen.Text("cli.file.unusable", error.Message[(from + 1)..to], Why(error.Message[(from + 1)..to], error, isFolder: true, screen))
            : error.Message;
    }

    private static string Line(string path, Exception error, bool isFolder, Screen screen) => screen.Text("cli.file.unwritable", path, Why(path, error, isFolder, screen));

    private static string Why(string path, Exception error, bool isFolder, Screen screen)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (!isFolder && Directory.Exists(full)) return screen.Text("cli.file.is-folder");
        if (File.Exists(full) && Exists.Contains(error.HResult & 0xFFFF)) return screen.Text("cli.file.is-file", full);
        for (var parent = Path.GetDirectoryName(full); parent is not null; parent = Path.GetDirectoryName(parent))
        {
            if (File.Exists(parent)) return screen.Text("cli.file.is-file", parent);
            if (!isFolder && !Directory.Exists(parent)) return screen.Text("cli.file.no-folder", parent);
        }

        return error is UnauthorizedAccessException ? screen.Text("cli.file.no-permission")
            : Full.Contains(error.HResult & 0xFFFF) ? screen.Text("cli.file.disk-full")
            : error is DirectoryNotFoundException ? screen.Text("cli.file.no-place", full)
            : error.Message;
    }
}
