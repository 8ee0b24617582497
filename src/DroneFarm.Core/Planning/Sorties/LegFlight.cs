using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning.Sorties;

/// <summary>Seconds and litres of the legs of a sortie.</summary>
internal sealed class LegFlight(Sprayer sprayer, Job job)
{
    /// <summary>The last metres of a landing are slow. Source: ArduCopter parameters LAND_SPEED (50 cm/s) and LAND_ALT_LOW (1000 cm), defaults.</summary>
    private const double SlowBelowM = 10, SlowMps = 0.5;

    /// <summary>
    /// What height changes take besides their height over the speed, seconds: gathering speed and stopping, less what the corners save. Fitted to the seven
    /// sorties of the sample job as the simulated copter flew them. RTL_LOIT_TIME (5000 ms, default) is the wait above the landing place.
    /// </summary>
    private const double RisingS = 0.9, SinkingS = 0.6, TakeOffS = 2.5, LoiterS = 5, TouchDownS = 1.8;

    private readonly FlightTimes spraying = FlightTimes.Spraying(sprayer, job.SpeedMps);
    private readonly FlightTimes transit = FlightTimes.Spraying(sprayer, job.TransitSpeedMps);

    private double HeightStepM => job.TransitHeightM - job.HeightM;

    public double LitresOf(Swath swath) => swath.LengthM * swath.WidthM * (swath.Dose?.RateLPerHa ?? job.RateLPerHa) / 10_000;

    public double SecondsOf(Leg leg) => leg switch
    {
        SprayLeg { Swath.Dose: { } dose } => FlightTimes.Spraying(sprayer, dose.SpeedMps).LegS(leg.LengthM, dose.Stops),
        SprayLeg => spraying.LegS(leg.LengthM),
        TransitLeg { Reason: TransitReason.NextSwath } inside => Along(inside, spraying),
        TransitLeg { Reason: TransitReason.ToWork } => TakeOffS + (job.TransitHeightM / sprayer.ClimbMps) + Along(leg, transit) + DownS,
        TransitLeg { Reason: TransitReason.ToRefill } => UpS + Along(leg, transit) + LandS,
        _ => UpS + Along(leg, transit) + DownS,
    };

    private double UpS => HeightStepM > 0 ? RisingS + (HeightStepM / sprayer.ClimbMps) : 0;

    private double DownS => HeightStepM > 0 ? SinkingS + (HeightStepM / sprayer.DescentMps) : 0;

    private double LandS => LoiterS + TouchDownS + (Math.Max(0, job.TransitHeightM - SlowBelowM) / sprayer.DescentMps) + (Math.Min(job.TransitHeightM, SlowBelowM) / SlowMps);

    private static double Along(Leg leg, FlightTimes times)
    {
        var seconds = 0.0;
        for (var i = 1; i < leg.Path.Count; i++) seconds += times.HopS(leg.Path[i - 1].DistanceM(leg.Path[i]));
        return seconds;
    }
}
