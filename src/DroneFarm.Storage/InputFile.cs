using DroneFarm.Core.Findings;

namespace DroneFarm.Storage;

/// <summary>Reads a whole file that a person named; what the outside world refuses is a finding.</summary>
internal static class InputFile
{
    /// <summary>Null, and one error among the findings, when there is nothing to read.</summary>
    public static byte[]? Bytes(string path, List<Finding> findings)
    {
        try
        {
            if (!Directory.Exists(path)) return File.ReadAllBytes(path);
            findings.Add(Finding.Error("file.is-folder", path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            findings.Add(Finding.Error("file.missing", path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(Finding.Error("file.unreadable", path, e.Message));
        }

        return null;
    }
}
