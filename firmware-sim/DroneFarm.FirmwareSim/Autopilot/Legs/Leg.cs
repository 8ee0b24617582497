using DroneFarm.FirmwareSim.Body;

namespace DroneFarm.FirmwareSim.Autopilot.Legs;

/// <summary>One straight leg from rest to rest: a ramp up, a cruise and a ramp down, with a clock of its own.</summary>
internal sealed class Leg
{
    private readonly double startM;
    private SpeedRamp up, down;
    private double cruiseS;

    public Leg(Position3 from, Position3 to, in LegLimits limits)
        : this(from, to, 0, 0, limits)
    {
    }

    private Leg(Position3 from, Position3 to, double startM, double startMps, in LegLimits limits)
    {
        From = from;
        To = to;
        Track = to - from;
        LengthM = Track.LengthM;
        Unit = LengthM > 0 ? Track * (1 / LengthM) : default;
        this.startM = startM;
        Plan(startMps, limits);
    }

    public Position3 From { get; }

    public Position3 To { get; }

    public Position3 Track { get; }

    public Position3 Unit { get; }

    public double LengthM { get; }

    /// <summary>The greatest speed this leg was allowed, reached or not.</summary>
    public double LimitMps { get; private set; }

    public double ElapsedS { get; private set; }

    public double DurationS => up.DurationS + cruiseS + down.DurationS;

    public double RemainingS => DurationS - ElapsedS;

    public bool Started => ElapsedS > 0;

    public bool IsBraking => ElapsedS >= up.DurationS + cruiseS;

    /// <summary>When the ramp up is over.</summary>
    public double UpS => up.DurationS;

    public bool Finished => ElapsedS >= DurationS || LengthM <= 0;

    public double SpeedMps => At(ElapsedS).SpeedMps;

    public void Advance(double dtS) => ElapsedS = Math.Min(ElapsedS + dtS, DurationS);

    /// <summary>Distance from the leg's start, speed and acceleration along it.</summary>
    public (double DistanceM, double SpeedMps, double AccelMps2) At(double timeS)
    {
        if (timeS <= up.DurationS)
        {
            var (distance, speed, accel) = up.At(timeS);
            return (startM + distance, speed, accel);
        }

        var cruised = Math.Min(timeS - up.DurationS, cruiseS);
        var atM = startM + up.DistanceM + (up.ToMps * cruised);
        if (timeS <= up.DurationS + cruiseS) return (atM, up.ToMps, 0);
        var (braked, brakingMps, brakingMps2) = down.At(timeS - up.DurationS - cruiseS);
        return (atM + braked, brakingMps, brakingMps2);
    }

    /// <summary>The rest of this leg at another speed, from the speed it has now (DO_CHANGE_SPEED on the way).</summary>
    public Leg AtSpeed(in LegLimits limits)
    {
        if (!Started) return new Leg(From, To, limits);
        if (IsBraking) return this;
        var (distanceM, speedMps, _) = At(ElapsedS);
        return new Leg(From, To, distanceM, speedMps, limits) { ElapsedS = 1e-9 };
    }

    private void Plan(double startMps, in LegLimits limits)
    {
        LimitMps = limits.SpeedMps;
        var leftM = LengthM - startM;
        if (leftM <= 0) return;
        if (startMps <= 0)
        {
            // From rest both ramps are the same, so each has half the leg.
            up = SpeedRamp.Plan(0, limits.SpeedMps, leftM / 2, limits);
        }
        else
        {
            var stop = SpeedRamp.Plan(startMps, 0, double.MaxValue, limits).DistanceM;
            up = SpeedRamp.Plan(startMps, limits.SpeedMps, Math.Max(0, (leftM - stop) / 2), limits);
        }

        down = SpeedRamp.Plan(up.ToMps, 0, double.MaxValue, limits);
        cruiseS = up.ToMps > 0 ? Math.Max(0, leftM - up.DistanceM - down.DistanceM) / up.ToMps : 0;
    }
}
