using System.Globalization;
using System.IO.Compression;
using System.Text;
using DroneFarm.Core.Findings;

namespace DroneFarm.Storage.Formats.Importing;

/// <summary>
/// Unpacks a zip into memory. An archive that names a place outside itself is refused, and one that unpacks to more than the limit; sizes are counted, not believed.
/// </summary>
internal static class Archive
{
    /// <summary>Null, and an error among the findings, when it is refused or damaged.</summary>
    public static IReadOnlyList<ImportFile>? Unpack(ImportFile zip, ImportLimits limits, List<Finding> findings)
    {
        try
        {
            // Latin-1 keeps the bytes of names that are not marked as UTF-8, so that their encoding can be found out.
            using var archive = new ZipArchive(new MemoryStream(zip.Bytes, writable: false), ZipArchiveMode.Read, leaveOpen: false, Encoding.Latin1);
            if (archive.Entries.Count > limits.MostFiles) return Refused("import.zip-files", zip, findings, Say(archive.Entries.Count), Say(limits.MostFiles));
            var files = new List<ImportFile>();
            var left = limits.MostBytes;
            foreach (var entry in archive.Entries)
            {
                var name = NameOf(entry);
                if (LeadsOutside(name)) return Refused("import.zip-slip", zip, findings, name);
                if (name.EndsWith('/') || IsResourceFork(name)) continue;
                if (Bytes(entry, left) is not { } bytes) return Refused("import.zip-bomb", zip, findings, Say(limits.MostBytes >> 20));
                left -= bytes.Length;
                files.Add(new ImportFile($"{zip.Name}/{name}", bytes));
            }

            return files;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException or OverflowException)
        {
            return Refused("import.zip-damaged", zip, findings, e.Message);
        }
    }

    /// <summary>Names and unpacked sizes, as the archive on the disk tells them. Null, and an error among the findings, when it is damaged or cannot be read.</summary>
    public static IReadOnlyList<(string Name, long Bytes)>? Listing(string path, List<Finding> findings)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            return [.. archive.Entries.Select(e => (NameOf(e), e.Length)).Where(e => !IsResourceFork(e.Item1))];
        }
        catch (InvalidDataException e)
        {
            findings.Add(Finding.Error("import.zip-damaged", path, e.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(Finding.Error("file.unreadable", path, e.Message));
        }

        return null;
    }

    private static byte[]? Bytes(ZipArchiveEntry entry, long most)
    {
        using var packed = entry.Open();
        using var unpacked = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; (count = packed.Read(buffer)) > 0;)
        {
            if (unpacked.Length + count > most) return null;
            unpacked.Write(buffer, 0, count);
        }

        return unpacked.ToArray();
    }

    private static string NameOf(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        if (name.All(c => c <= 0xFF) && !name.All(char.IsAscii)) name = FileText.Decode(Encoding.Latin1.GetBytes(name), null).Text;
        return name.Replace('\\', '/');
    }

    private static bool LeadsOutside(string name) =>
        name.StartsWith('/') || name.Contains('\0') || name.Contains(':') || name.Split('/').Contains("..");

    /// <summary>What macOS puts beside each file.</summary>
    private static bool IsResourceFork(string name) => name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.Split('/')[^1].StartsWith("._", StringComparison.Ordinal);

    private static IReadOnlyList<ImportFile>? Refused(string code, ImportFile zip, List<Finding> findings, params string[] more)
    {
        findings.Add(Finding.Error(code, [zip.Name, .. more]));
        return null;
    }

    private static string Say(long number) => number.ToString(CultureInfo.InvariantCulture);
}
