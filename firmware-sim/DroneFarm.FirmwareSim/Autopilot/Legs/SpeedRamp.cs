namespace DroneFarm.FirmwareSim.Autopilot.Legs;

/// <summary>
/// A change of speed with bounded acceleration, jerk and snap, in the shape ArduCopter's position control gives it: the
/// acceleration rises over <c>RiseS</c>, holds, and falls again. The rise is drawn as a raised cosine, which has the same
/// duration and speed gain as jerk that is itself ramped.
/// </summary>
internal readonly record struct SpeedRamp(double FromMps, double ToMps, double RiseS, double HoldS, double PeakMps2)
{
    public static SpeedRamp None(double speedMps) => new(speedMps, speedMps, 0, 0, 0);

    public double DurationS => (2 * RiseS) + HoldS;

    public double DistanceM => (FromMps + ToMps) / 2 * DurationS;

    /// <summary>The quickest ramp towards a speed that needs no more than the given distance; it ends below the wanted speed where the distance is short.</summary>
    public static SpeedRamp Plan(double fromMps, double toMps, double distanceM, in LegLimits limits)
    {
        var gain = Math.Abs(toMps - fromMps);
        if (gain < 1e-9 || distanceM <= 0) return None(fromMps);
        var sign = Math.Sign(toMps - fromMps);
        var ramp = WithGain(fromMps, gain, sign, limits);
        if (ramp.DistanceM <= distanceM) return ramp;

        // The distance grows with the gain: halve the interval until it fits.
        double low = 0, high = gain;
        for (var step = 0; step < 48; step++)
        {
            var middle = (low + high) / 2;
            if (WithGain(fromMps, middle, sign, limits).DistanceM > distanceM) high = middle;
            else low = middle;
        }

        return WithGain(fromMps, low, sign, limits);
    }

    /// <summary>The same ramp with less of its full acceleration, as near to a lower speed as that allows after the time already spent in it.</summary>
    public SpeedRamp Shortened(double toMps, double spentS)
    {
        if (HoldS <= 0 || PeakMps2 <= 0) return this;
        var hold = Math.Clamp(((toMps - FromMps) / PeakMps2) - RiseS, Math.Clamp(spentS - RiseS, 0, HoldS), HoldS);
        return this with { HoldS = hold, ToMps = FromMps + (PeakMps2 * (RiseS + hold)) };
    }

    public (double DistanceM, double SpeedMps, double AccelMps2) At(double timeS)
    {
        if (timeS <= 0) return (0, FromMps, 0);
        if (timeS >= DurationS) return (DistanceM, ToMps, 0);
        if (timeS > DurationS / 2)
        {
            // The ramp is point-symmetric about its middle.
            var (distanceM, speedMps, accelMps2) = At(DurationS - timeS);
            var leftS = DurationS - timeS;
            return (DistanceM - ((FromMps + ToMps) * leftS) + distanceM, FromMps + ToMps - speedMps, accelMps2);
        }

        var riseS = Math.Min(timeS, RiseS);
        var (rDistance, rSpeed, rAccel) = RiseAt(riseS);
        var holdS = timeS - riseS;
        return (rDistance + (rSpeed * holdS) + (PeakMps2 * holdS * holdS / 2), rSpeed + (PeakMps2 * holdS), rAccel);
    }

    private (double DistanceM, double SpeedMps, double AccelMps2) RiseAt(double timeS)
    {
        if (RiseS <= 0) return (FromMps * timeS, FromMps, PeakMps2);
        var rate = Math.PI / RiseS;
        var accel = PeakMps2 / 2 * (1 - Math.Cos(rate * timeS));
        var speed = FromMps + (PeakMps2 / 2 * (timeS - (Math.Sin(rate * timeS) / rate)));
        var distance = (FromMps * timeS) + (PeakMps2 / 2 * ((timeS * timeS / 2) + ((Math.Cos(rate * timeS) - 1) / (rate * rate))));
        return (distance, speed, accel);
    }

    /// <summary>
    /// With jerk J ramped over tj, an acceleration a takes a/J + tj to rise (2 sqrt(a pi / 2S) while a stays below J tj), and a
    /// ramp without hold gains a times that.
    /// </summary>
    private static SpeedRamp WithGain(double fromMps, double gainMps, int sign, in LegLimits limits)
    {
        var peak = limits.AccelMps2;
        var rise = RiseTime(peak, limits);
        if (peak * rise > gainMps)
        {
            double low = 0, high = peak;
            for (var step = 0; step < 40; step++)
            {
                peak = (low + high) / 2;
                if (peak * RiseTime(peak, limits) > gainMps) high = peak;
                else low = peak;
            }

            rise = peak > 0 ? gainMps / peak : 0;
        }

        var hold = peak > 0 ? Math.Max(0, (gainMps / peak) - rise) : 0;
        return new SpeedRamp(fromMps, fromMps + (sign * gainMps), rise, hold, sign * peak);
    }

    private static double RiseTime(double accelMps2, in LegLimits limits)
    {
        var rampS = limits.JerkMps3 * Math.PI / (2 * limits.SnapMps4);
        return accelMps2 >= limits.JerkMps3 * rampS
            ? (accelMps2 / limits.JerkMps3) + rampS
            : 2 * Math.Sqrt(accelMps2 * Math.PI / (2 * limits.SnapMps4));
    }
}
