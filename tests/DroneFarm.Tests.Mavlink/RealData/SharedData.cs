namespace DroneFarm.Tests.Mavlink.RealData;

/// <summary>The folder of real input beside the repository; a test that needs it is skipped where it is absent.</summary>
internal static class SharedData
{
    private static readonly string? Root = Find();

    public static string PathOf(string name)
    {
        var path = Root is null ? null : Path.Combine(Root, "mavlink", name);
        if (path is null || !Path.Exists(path)) Assert.Skip($"no ../shared/data/mavlink/{name} beside the repository");
        return path;
    }

    public static byte[] Read(string name) => File.ReadAllBytes(PathOf(name));

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "..", "shared", "data");
            if (File.Exists(Path.Combine(folder.FullName, "DroneFarm.sln"))) return Directory.Exists(data) ? Path.GetFullPath(data) : null;
        }

        return null;
    }
}
