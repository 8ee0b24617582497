using DroneFarm.FirmwareSim.Body;

namespace DroneFarm.FirmwareSim.Autopilot.Legs;

/// <summary>One straight leg from rest to rest with a clock of its own: a ramp up, a change of speed, a cruise and a ramp down.</summary>
internal sealed class Leg
{
    /// <summary>A change of speed on the way needs so many seconds of cruise; on a shorter leg it is lost (SITL 4.6.3).</summary>
    private const double RoomForChangeS = 3.6;

    private double startM;
    private SpeedRamp up, change, down;
    private double cruiseS;

    public Leg(Position3 from, Position3 to, in LegLimits limits)
    {
        From = from;
        To = to;
        Track = to - from;
        LengthM = Track.LengthM;
        Unit = LengthM > 0 ? Track * (1 / LengthM) : default;
        LimitMps = limits.SpeedMps;
        // From rest to rest both ramps are the same, so each has half the leg.
        if (LengthM > 0) up = SpeedRamp.Plan(0, limits.SpeedMps, LengthM / 2, limits);
        change = SpeedRamp.None(up.ToMps);
        PlanEnd(limits);
    }

    public Position3 From { get; }

    public Position3 To { get; }

    public Position3 Track { get; }

    public Position3 Unit { get; }

    public double LengthM { get; }

    /// <summary>The greatest speed this leg was allowed, reached or not.</summary>
    public double LimitMps { get; private set; }

    public double ElapsedS { get; private set; }

    public double DurationS => CruiseEndS + down.DurationS;

    public double RemainingS => DurationS - ElapsedS;

    public bool Started => ElapsedS > 0;

    public bool IsBraking => ElapsedS >= CruiseEndS;

    /// <summary>When the ramp up is over.</summary>
    public double UpS => up.DurationS;

    public bool Finished => ElapsedS >= DurationS || LengthM <= 0;

    private double CruiseEndS => up.DurationS + change.DurationS + cruiseS;

    public void Advance(double dtS) => ElapsedS = Math.Min(ElapsedS + dtS, DurationS);

    /// <summary>Distance from the leg's start, speed and acceleration along it.</summary>
    public (double DistanceM, double SpeedMps, double AccelMps2) At(double timeS)
    {
        var atM = startM;
        if (timeS < up.DurationS) return From(up, timeS);
        (atM, timeS) = (atM + up.DistanceM, timeS - up.DurationS);
        if (timeS < change.DurationS) return From(change, timeS);
        (atM, timeS) = (atM + change.DistanceM, timeS - change.DurationS);
        if (timeS < cruiseS) return (atM + (change.ToMps * timeS), change.ToMps, 0);
        (atM, timeS) = (atM + (change.ToMps * cruiseS), timeS - cruiseS);
        return From(down, timeS);

        (double, double, double) From(in SpeedRamp ramp, double t)
        {
            var (distanceM, speedMps, accelMps2) = ramp.At(t);
            return (atM + distanceM, speedMps, accelMps2);
        }
    }

    /// <summary>
    /// The rest of this leg at another speed (DO_CHANGE_SPEED on the way). As in ArduCopter a ramp up that has begun is flown out, save
    /// its stretch of full acceleration; only then the speed is changed, and not at all where too little cruise is left. So a speed sent just
    /// after AUTO was entered is first overshot, and on a short leg lost (point 18).
    /// </summary>
    public Leg AtSpeed(in LegLimits limits)
    {
        if (!Started) return new Leg(From, To, limits);
        if (IsBraking) return this;
        var changed = (Leg)MemberwiseClone();
        changed.Replan(limits);
        return changed;
    }

    private void Replan(in LegLimits limits)
    {
        LimitMps = limits.SpeedMps;
        if (ElapsedS >= up.DurationS)
        {
            var (distanceM, speedMps, _) = At(ElapsedS);
            startM = distanceM;
            up = SpeedRamp.None(speedMps);
            ElapsedS = double.Epsilon;
        }
        else if (limits.SpeedMps < up.ToMps)
        {
            up = up.Shortened(limits.SpeedMps, ElapsedS);
        }

        change = SpeedRamp.None(up.ToMps);
        PlanEnd(limits);
        var cruiseM = cruiseS * up.ToMps;
        var room = up.ToMps > 0 ? cruiseM / up.ToMps : 0;
        var wanted = limits.SpeedMps > up.ToMps ? Math.Min(limits.SpeedMps, cruiseM / RoomForChangeS) : limits.SpeedMps;
        if (room <= RoomForChangeS || Math.Abs(wanted - up.ToMps) < 0.01) return;
        var ramp = SpeedRamp.Plan(up.ToMps, wanted, double.MaxValue, limits);
        var stopM = SpeedRamp.Plan(wanted, 0, double.MaxValue, limits).DistanceM;
        if (startM + up.DistanceM + ramp.DistanceM + stopM > LengthM) return;
        change = ramp;
        PlanEnd(limits);
    }

    private void PlanEnd(in LegLimits limits)
    {
        down = SpeedRamp.Plan(change.ToMps, 0, double.MaxValue, limits);
        var leftM = LengthM - startM - up.DistanceM - change.DistanceM - down.DistanceM;
        cruiseS = change.ToMps > 0 ? Math.Max(0, leftM) / change.ToMps : 0;
    }
}
