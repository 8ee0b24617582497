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

    private readonly FlightTimes spraying = FlightTimes.Spraying(sprayer, job.SpeedMps);
    private readonly FlightTimes transit = FlightTimes.Spraying(sprayer, job.TransitSpeedMps);

    private double HeightStepM => job.TransitHeightM - job.HeightM;

    public double LitresOf(Swath swath) => swath.LengthM * swath.WidthM * job.RateLPerHa / 10_000;

    public double SecondsOf(Leg leg) => leg switch
    {
        SprayLeg => spraying.LegS(leg.LengthM),
        TransitLeg { Reason: TransitReason.NextSwath } inside => Along(inside.Path, spraying),
        TransitLeg { Reason: TransitReason.ToWork } => OutSeconds(leg.Path),
        TransitLeg { Reason: TransitReason.ToRefill } => HomeSeconds(leg.Path),
        _ => UpS + Along(leg.Path, transit) + DownS,
    };

    /// <summary>Adds up a sortie: the tank starts with what is sprayed, and power falls with it.</summary>
    public Sortie Sortie(int number, RefillPoint from, RefillPoint to, IReadOnlyList<Leg> legs)
    {
        var litres = legs.Sum(l => l is SprayLeg spray ? LitresOf(spray.Swath) : 0);
        var (leftL, seconds, wattSeconds) = (litres, 0.0, 0.0);
        foreach (var leg in legs)
        {
            var takesS = SecondsOf(leg);
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
        Move(job.TransitHeightM / sprayer.ClimbMps, sortie.From.Place, sortie.From.Place, 0, job.TransitHeightM);
        foreach (var leg in sortie.Legs)
        {
            var low = leg is SprayLeg or TransitLeg { Reason: TransitReason.NextSwath };
            var heightM = low ? job.HeightM : job.TransitHeightM;
            if (leg is TransitLeg { Reason: TransitReason.NextField or TransitReason.ToRefill }) Move(UpS, leg.From, leg.From, job.HeightM, job.TransitHeightM);
            for (var i = 1; i < leg.Path.Count; i++)
            {
                var lengthM = leg.Path[i - 1].DistanceM(leg.Path[i]);
                Move(leg is SprayLeg ? spraying.LegS(lengthM) : (low ? spraying : transit).HopS(lengthM), leg.Path[i - 1], leg.Path[i], heightM, heightM);
            }

            if (leg is TransitLeg { Reason: TransitReason.NextField or TransitReason.ToWork }) Move(DownS, leg.To, leg.To, job.TransitHeightM, job.HeightM);
        }

        Move(LandS, sortie.To.Place, sortie.To.Place, job.TransitHeightM, 0);
        return motions;

        void Move(double seconds, LocalPoint from, LocalPoint to, double fromHeightM, double toHeightM)
        {
            var startS = motions.Count > 0 ? motions[^1].ToS : 0;
            motions.Add(new Motion(startS, startS + seconds, from, to, fromHeightM, toHeightM));
        }
    }

    /// <summary>Length on which the spraying speed is just reached.</summary>
    public double FullSpeedM => spraying.SpeedMps * spraying.SpeedMps / spraying.AccelerationMps2;

    /// <summary>What a stop and a start cost over flying on.</summary>
    public double StopS => spraying.SpeedMps / spraying.AccelerationMps2;

    public double SprayingS(double lengthM) => spraying.LegS(lengthM);

    public double SprayingOnS(double lengthM) => lengthM / spraying.SpeedMps;

    /// <summary>The way out, if it is straight: no way out is shorter.</summary>
    public double LeastOutS(double straightM) => OutS + transit.HopS(straightM);

    /// <summary>The way home, if it is straight.</summary>
    public double LeastHomeS(double straightM) => HomeS + transit.HopS(straightM);

    public double OutSeconds(IReadOnlyList<LocalPoint> way) => OutS + Along(way, transit);

    public double HomeSeconds(IReadOnlyList<LocalPoint> way) => HomeS + Along(way, transit);

    private double OutS => (job.TransitHeightM / sprayer.ClimbMps) + DownS;

    private double HomeS => UpS + LandS;

    private double UpS => HeightStepM / sprayer.ClimbMps;

    private double DownS => HeightStepM / sprayer.DescentMps;

    private double LandS => (Math.Max(0, job.TransitHeightM - SlowBelowM) / sprayer.DescentMps) + (Math.Min(job.TransitHeightM, SlowBelowM) / SlowMps);

    private static double Along(IReadOnlyList<LocalPoint> way, FlightTimes times)
    {
        var seconds = 0.0;
        for (var i = 1; i < way.Count; i++) seconds += times.HopS(way[i - 1].DistanceM(way[i]));
        return seconds;
    }
}
