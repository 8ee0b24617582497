namespace DroneFarm.Cli.Jobs;

/// <summary>The sample files of <c>missions/</c>, which the build lays beside the program.</summary>
internal static class Samples
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "missions", "gangzha-sample");

    public static string Farm => Path.Combine(Folder, "farm.geojson");

    public static string Sprayer => Path.Combine(Folder, "sprayer.json");

    public static string Job => Path.Combine(Folder, "job.json");

    /// <summary>The same job with missed ground so dear that nearly none is left: what the demo flies.</summary>
    public static string FullCoverJob => Path.Combine(Folder, "job-full-cover.json");
}
