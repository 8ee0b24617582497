using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Fleets;
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

    /// <summary>RTL waits until its height has settled, gathers speed with a limited jerk, and stands still over home before it counts its wait. Measured on ArduCopter 4.6.3 SITL.</summary>
    private const double SettlingS = 4;

    private readonly FlightTimes spraying = FlightTimes.Spraying(sprayer, job.SpeedMps);
    private readonly FlightTimes transit = FlightTimes.Spraying(sprayer, job.TransitSpeedMps);

    /// <summary>The lowest that may be sprayed at: while it is not known which swaths a climb leads from or to, none takes longer than from there.</summary>
    private double LowM { get; } = Math.Min(job.HeightM, sprayer.LeastSprayHeightM ?? job.HeightM);

    public double LitresOf(Swath swath) => swath.LengthM * swath.WidthM * (swath.Dose?.RateLPerHa ?? job.RateLPerHa) / 10_000;

    /// <summary>One leg of several: a swath that goes on from another, or is gone on from, is flown through without a stop there.</summary>
    public double SecondsOf(IReadOnlyList<Leg> legs, int i)
    {
        if (legs[i] is not SprayLeg spray) return SecondsOf((TransitLeg)legs[i], HeightM(legs, i - 1), HeightM(legs, i + 1));
        var before = i >= 2 && legs[i - 2] is SprayLeg one && spray.GoesOnFrom(one) ? one : null;
        var isGoneOn = i + 2 < legs.Count && legs[i + 2] is SprayLeg next && next.GoesOnFrom(spray);
        var times = Times(spray.Swath);
        var cornerRad = before is null ? 0 : Math.Abs(Math.Atan2((before.To - before.From).Cross(spray.To - spray.From), (before.To - before.From).Dot(spray.To - spray.From)));
        return times.LegS(spray.LengthM, (before is null ? 1 : 0) + (isGoneOn ? 0 : 1)) + times.CornerS(cornerRad);
    }

    private FlightTimes Times(Swath swath) => swath.Dose is { } dose ? FlightTimes.Spraying(sprayer, dose.SpeedMps) : spraying;

    /// <param name="fromM">Height of the swath before it; <paramref name="toM"/> of the one after it.</param>
    private double SecondsOf(TransitLeg leg, double fromM, double toM) => leg.Reason switch
    {
        TransitReason.NextSwath => Along(leg.Path, spraying),
        TransitReason.ToWork => LiftOffS + DownS(toM) + Along(leg.Path, transit),
        TransitReason.ToRefill => UpS(fromM) + LandS + Along(leg.Path, transit),
        _ => UpS(fromM) + Along(leg.Path, transit) + DownS(toM),
    };

    private double HeightM(IReadOnlyList<Leg> legs, int i) => i >= 0 && i < legs.Count && legs[i] is SprayLeg { Swath: var swath } ? swath.HeightM ?? job.HeightM : LowM;

    /// <summary>Adds up a sortie: the tank starts with what is sprayed, and power falls with it.</summary>
    public Sortie Sortie(int number, RefillPoint from, RefillPoint to, IReadOnlyList<Leg> legs)
    {
        var litres = legs.Sum(l => l is SprayLeg spray ? LitresOf(spray.Swath) : 0);
        var (leftL, seconds, wattSeconds) = (litres, 0.0, 0.0);
        for (var i = 0; i < legs.Count; i++)
        {
            var leg = legs[i];
            var takesS = SecondsOf(legs, i);
            var afterL = leg is SprayLeg spray ? Math.Max(0, leftL - LitresOf(spray.Swath)) : leftL;
            wattSeconds += takesS * (sprayer.PowerW(leftL) + sprayer.PowerW(afterL)) / 2;
            seconds += takesS;
            leftL = afterL;
        }

        return new Sortie(number, from, to, legs, litres, TimeSpan.FromSeconds(seconds), wattSeconds / 3600);
    }

    /// <summary>The sortie in time, from take-off to landing.</summary>
    public List<Motion> Motions(Sortie sortie)
    {
        var motions = new List<Motion>();
        Move(TakeOffS + (job.TransitHeightM / sprayer.ClimbMps), sortie.From.Place, sortie.From.Place, 0, job.TransitHeightM);
        for (var at = 0; at < sortie.Legs.Count; at++)
        {
            var leg = sortie.Legs[at];
            var low = leg is SprayLeg or TransitLeg { Reason: TransitReason.NextSwath };
            double beforeM = HeightM(sortie.Legs, at - 1), nextM = HeightM(sortie.Legs, at + 1);
            var heightM = leg is SprayLeg ? HeightM(sortie.Legs, at) : low ? beforeM : job.TransitHeightM;
            if (leg is TransitLeg { Reason: TransitReason.NextField or TransitReason.ToRefill }) Move(UpS(beforeM), leg.From, leg.From, beforeM, job.TransitHeightM);
            for (var i = 1; i < leg.Path.Count; i++)
            {
                var lengthM = leg.Path[i - 1].DistanceM(leg.Path[i]);
                Move(leg is SprayLeg ? SecondsOf(sortie.Legs, at) : (low ? spraying : transit).HopS(lengthM), leg.Path[i - 1], leg.Path[i], heightM, heightM);
            }

            if (leg is TransitLeg { Reason: TransitReason.NextField or TransitReason.ToWork }) Move(DownS(nextM), leg.To, leg.To, job.TransitHeightM, nextM);
        }

        Move(LandS, sortie.To.Place, sortie.To.Place, job.TransitHeightM, 0);
        return motions;

        void Move(double seconds, LocalPoint from, LocalPoint to, double fromHeightM, double toHeightM)
        {
            var startS = motions.Count > 0 ? motions[^1].ToS : 0;
            motions.Add(new Motion(startS, startS + seconds, from, to, fromHeightM, toHeightM));
        }
    }

    /// <summary>How far from its swaths a mission's orders on may lie at the most.</summary>
    public double MostAheadM => sprayer.Switching?.MostOnM ?? 0;

    /// <summary>Length on which the spraying speed is just reached.</summary>
    public double FullSpeedM => spraying.SpeedMps * spraying.SpeedMps / spraying.AccelerationMps2;

    /// <summary>What a stop and a start cost over flying on.</summary>
    public double StopS => spraying.SpeedMps / spraying.AccelerationMps2;

    /// <summary>A part of a swath flown on without a stop.</summary>
    public double SprayingOnS(Swath swath, double lengthM) => lengthM / Times(swath).SpeedMps;

    /// <summary>The way out, if it is straight: no way out is shorter.</summary>
    public double LeastOutS(double straightM) => OutS + transit.HopS(straightM);

    /// <summary>The way home, if it is straight.</summary>
    public double LeastHomeS(double straightM) => HomeS + transit.HopS(straightM);

    public double OutSeconds(IReadOnlyList<LocalPoint> way) => OutS + Along(way, transit);

    public double HomeSeconds(IReadOnlyList<LocalPoint> way) => HomeS + Along(way, transit);

    private double OutS => LiftOffS + DownS(LowM);

    private double HomeS => UpS(LowM) + LandS;

    private double LiftOffS => TakeOffS + (job.TransitHeightM / sprayer.ClimbMps);

    private double UpS(double fromM) => job.TransitHeightM > fromM ? RisingS + ((job.TransitHeightM - fromM) / sprayer.ClimbMps) : 0;

    private double DownS(double toM) => job.TransitHeightM > toM ? SinkingS + ((job.TransitHeightM - toM) / sprayer.DescentMps) : 0;

    private double LandS => SettlingS + LoiterS + TouchDownS + (Math.Max(0, job.TransitHeightM - SlowBelowM) / sprayer.DescentMps) + (Math.Min(job.TransitHeightM, SlowBelowM) / SlowMps);

    private static double Along(IReadOnlyList<LocalPoint> way, FlightTimes times)
    {
        var seconds = 0.0;
        for (var i = 1; i < way.Count; i++) seconds += times.HopS(way[i - 1].DistanceM(way[i]));
        return seconds;
    }
}
