using DroneFarm.Core.Findings;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning.Rates;

/// <summary>
/// The speed for a rate. The pump's output follows ground speed, so that speed alone changes no dose (ARDUPILOT.md point 2): it is changed
/// only where the job's speed would ask the pump for more, or less, than it gives.
/// </summary>
internal static class DoseSpeed
{
    /// <summary>Nothing near the speed at which the pump stops can be flown with an even dose.</summary>
    private const double SlowestMps = 1.5;

    public static double Mps(Sprayer sprayer, Job job, double rateLPerHa, double widthM)
    {
        var flowLPerMin = Dose.FlowLPerMin(rateLPerHa, widthM, job.SpeedMps);
        if (flowLPerMin > sprayer.PumpMaxFlowLPerMin) return Math.Floor(Dose.SpeedMps(sprayer.PumpMaxFlowLPerMin, rateLPerHa, widthM) * 100) / 100;
        return flowLPerMin < sprayer.PumpMinFlowLPerMin
            ? Math.Min(sprayer.MaxSpeedMps, Math.Ceiling(Dose.SpeedMps(sprayer.PumpMinFlowLPerMin, rateLPerHa, widthM) * 100) / 100)
            : job.SpeedMps;
    }

    /// <summary>The rates of a job's prescription that pump and aircraft cannot give, each told once.</summary>
    /// <param name="narrowestM">Of the swaths that may be laid.</param>
    public static IEnumerable<Finding> Findings(Sprayer sprayer, Job job, double widestM, double narrowestM)
    {
        foreach (var rateLPerHa in job.Prescription?.RatesLPerHa(job.RateLPerHa).Where(r => r > 0).Order() ?? Enumerable.Empty<double>())
        {
            var slowestMps = Mps(sprayer, job, rateLPerHa, widestM);
            if (slowestMps < SlowestMps) yield return Finding.Error("plan.rate.over", $"{rateLPerHa:F1}", $"{slowestMps:F2}", $"{SlowestMps:F1}", $"{sprayer.PumpMaxFlowLPerMin:F2}");
            var leastLPerMin = Dose.FlowLPerMin(rateLPerHa, narrowestM, Mps(sprayer, job, rateLPerHa, narrowestM));
            if (leastLPerMin < sprayer.PumpMinFlowLPerMin * (1 - 1e-6)) yield return Finding.Warning("plan.rate.under", $"{rateLPerHa:F1}", $"{leastLPerMin:F2}", $"{sprayer.PumpMinFlowLPerMin:F2}");
        }
    }
}
