namespace DroneFarm.Storage.Formats;

/// <summary>Wind as product labels and weather reports give it. Source: World Meteorological Organization, Manual on Codes (WMO-No. 306), Beaufort scale.</summary>
internal static class Beaufort
{
    private static readonly double[] UpperMps = [0.2, 1.5, 3.3, 5.4, 7.9, 10.7, 13.8];

    public static int Highest => UpperMps.Length - 1;

    /// <summary>The strongest wind that is still this force, m/s.</summary>
    public static double MaxWindMps(int force) => UpperMps[force];
}
