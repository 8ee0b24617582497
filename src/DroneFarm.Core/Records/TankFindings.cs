using System.Globalization;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Records.Statistics;

namespace DroneFarm.Core.Records;

/// <summary>Says when the tanks and the pump tell different stories.</summary>
internal static class TankFindings
{
    /// <summary>A pump calibrated by the jug is good for 2 %; hoses and residues take as much again.</summary>
    private const double Tolerance = 0.05;

    private const double LeastL = 0.5;

    public static IEnumerable<Finding> Of(TankBalance? balance)
    {
        if (balance is null) yield break;
        // More came out than went in: the calibration is wrong. What is left over may have stayed in the tank.
        if (-balance.LeftL > Math.Max(LeastL, Tolerance * balance.FilledL))
            yield return Finding.Warning("records.tank.more-out", Say(balance.AppliedL), Say(balance.FilledL));
        else if (balance.LeftL > Math.Max(LeastL, 0.2 * balance.FilledL))
            yield return Finding.Note("records.tank.left", Say(balance.FilledL), Say(balance.AppliedL), Say(balance.LeftL));
    }

    private static string Say(double litres) => litres.ToString("0.0", CultureInfo.InvariantCulture);
}
