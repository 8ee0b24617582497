namespace DroneFarm.Core.Spraying;

/// <summary>The identity between rate, swath width, speed and flow: FlowLPerMin = RateLPerHa x SwathWidthM x SpeedMps x 0.006.</summary>
public static class Dose
{
    public const double LitresPerMinuteFactor = 0.006;

    public static double FlowLPerMin(double rateLPerHa, double swathWidthM, double speedMps) =>
        rateLPerHa * swathWidthM * speedMps * LitresPerMinuteFactor;

    public static double RateLPerHa(double flowLPerMin, double swathWidthM, double speedMps) =>
        flowLPerMin / (swathWidthM * speedMps * LitresPerMinuteFactor);

    /// <summary>The speed at which a flow gives the rate: the upper limit of a pump.</summary>
    public static double SpeedMps(double flowLPerMin, double rateLPerHa, double swathWidthM) =>
        flowLPerMin / (rateLPerHa * swathWidthM * LitresPerMinuteFactor);
}
