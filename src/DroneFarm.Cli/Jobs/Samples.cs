namespace DroneFarm.Cli.Jobs;

/// <summary>The sample files of <c>missions/</c>, which the build lays beside the program.</summary>
internal static class Samples
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "missions", "gangzha-sample");

    public static string Farm => Path.Combine(Folder, "farm.geojson");

    public static string Sprayer => Path.Combine(Folder, "sprayer.json");

    public static string Job => Path.Combine(Folder, "job.json");
}
