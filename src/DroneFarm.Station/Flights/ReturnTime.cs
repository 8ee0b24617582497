using DroneFarm.Core.Spraying;

namespace DroneFarm.Station.Flights;

/// <summary>How long a vehicle may stay out: the battery told in the unit a pilot decides by.</summary>
public static class ReturnTime
{
    /// <param name="percent">Left in the battery.</param>
    /// <param name="powerW">As drawn now; on the ground that of hovering is taken.</param>
    /// <param name="homeM">To the refill point.</param>
    public static double MinutesLeft(Sprayer sprayer, Job job, double percent, double powerW, double homeM, double heightM)
    {
        var drawnW = Math.Max(powerW, sprayer.PowerW(0));
        var spareWh = sprayer.BatteryWh * ((percent / 100) - sprayer.ReserveFraction);
        var climbS = Math.Max(0, job.TransitHeightM - heightM) / Math.Max(sprayer.ClimbMps, 0.1);
        var homeS = (homeM / Math.Max(job.TransitSpeedMps, 0.1)) + climbS + (job.TransitHeightM / Math.Max(sprayer.DescentMps, 0.1));
        return (spareWh / drawnW * 60) - (homeS / 60);
    }
}
