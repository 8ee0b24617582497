namespace DroneFarm.Tests.EndToEnd;

/// <summary>Where test input lies: the samples beside the program, and the collected real data beside the project.</summary>
internal static class Inputs
{
    public static string SampleFarm => Path.Combine(AppContext.BaseDirectory, "missions", "gangzha-sample", "farm.geojson");

    /// <summary>A file of the collected data, or the test is skipped: the data is not part of the project.</summary>
    public static string Collected(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "DroneFarm.sln"))) continue;
            var path = Path.Combine([folder.Parent!.FullName, "shared", "data", .. parts]);
            if (File.Exists(path)) return path;
        }

        Assert.Skip($"the collected data is not here: {string.Join('/', parts)}");
        throw new InvalidOperationException("a skipped test goes no further");
    }

    /// <summary>Weather to fly in, as somebody measured it just now.</summary>
    public static Core.Spraying.Weather Calm(TimeProvider clock) => new(clock.GetUtcNow(), 1.2, 135, 24, 72, "test");

    public static string NewFolder() => Directory.CreateTempSubdirectory("dronefarm-").FullName;
}
