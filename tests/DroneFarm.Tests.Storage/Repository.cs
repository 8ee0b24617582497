using System.Runtime.CompilerServices;
using System.Text;

namespace DroneFarm.Tests.Storage;

/// <summary>Where the samples and the shared test input lie.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    public static string Sample(string file) => Path.Combine(Root, "missions", "gangzha-sample", file);

    /// <summary>A file of the shared input; the test is skipped where it is absent.</summary>
    public static string Shared(string file)
    {
        var path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", file));
        if (!File.Exists(path)) Assert.Skip($"no shared input {file}");
        return path;
    }

    public static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "DroneFarm.sln"))) return folder;
        }

        throw new InvalidOperationException("no DroneFarm.sln above the tests");
    }
}
