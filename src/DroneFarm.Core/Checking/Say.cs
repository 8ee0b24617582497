using System.Globalization;

namespace DroneFarm.Core.Checking;

/// <summary>Numbers as findings say them: rounded, invariant.</summary>
internal static class Say
{
    public static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Whole(double value) => value.ToString("F0", CultureInfo.InvariantCulture);

    public static string Tenth(double value) => value.ToString("F1", CultureInfo.InvariantCulture);

    public static string Fine(double value) => value.ToString("0.0##", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (share * 100).ToString("F1", CultureInfo.InvariantCulture);
}
