using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Checking;

/// <summary>
/// The check's own arithmetic of time and energy: each straight piece is flown from rest to rest with the aircraft's acceleration, at hover power
/// for the mass that is left. On the measured table of ARDUPILOT.md (12 lines of 60 m, 5 m gaps) a line and its turn come out at 16.8 s
/// where 17.0 s were flown at 5 m/s, and 14.2 s for 14.4 s at 7 m/s.
/// </summary>
/// <param name="Litres">Sprayed on the way; the tank starts with as much.</param>
internal sealed record FlightEnergy(double Litres, TimeSpan Duration, double EnergyWh)
{
    /// <summary>Round a corner of 60 degrees and less the autopilot flies on (docs/ardupilot.md).</summary>
    private const double BluntCos = 0.5;

    /// <summary>RTL waits above the landing place and goes down slowly at last. Source: ArduCopter parameters RTL_LOIT_TIME (5000 ms), LAND_ALT_LOW (1000 cm), LAND_SPEED (50 cm/s), defaults.</summary>
    private const double LoiterS = 5, SlowBelowM = 10, SlowMps = 0.5;

    public static FlightEnergy Of(MissionFlight flight, IReadOnlyList<SprayedLine> lines, Sprayer sprayer, Job job)
    {
        var litresOn = lines.ToDictionary<SprayedLine, FlownSegment, double>(l => l.Segment, l => l.Litres(job.RateLPerHa), ReferenceEqualityComparer.Instance);
        var litres = litresOn.Values.Sum();
        var (leftL, seconds, wattSeconds) = (litres, 0.0, 0.0);
        for (var i = 0; i < flight.Segments.Count; i++)
        {
            var segment = flight.Segments[i];
            var takesS = Seconds(flight.Segments, i, sprayer, job);
            var usedL = litresOn.GetValueOrDefault(segment);
            wattSeconds += takesS * (sprayer.PowerW(leftL) + sprayer.PowerW(Math.Max(0, leftL - usedL))) / 2;
            seconds += takesS;
            leftL = Math.Max(0, leftL - usedL);
        }

        return new FlightEnergy(litres, TimeSpan.FromSeconds(seconds), wattSeconds / 3600);
    }

    /// <summary>One piece. It begins and ends at rest, but where the sprayer stays on round a blunt corner at one height. A descent at the flight's end is a landing.</summary>
    public static double Seconds(IReadOnlyList<FlownSegment> segments, int i, Sprayer sprayer, Job job)
    {
        var segment = segments[i];
        if (i == segments.Count - 1 && segment.ClimbM < 0) return LandingS(segment, sprayer);
        var speedMps = Math.Min(segment.SpeedMps is > 0 and var set ? set : job.TransitSpeedMps, sprayer.MaxSpeedMps);
        var lost = (i > 0 ? SpeedLost(segments[i - 1], segment) : 1) + (i + 1 < segments.Count ? SpeedLost(segment, segments[i + 1]) : 1);
        var gatherM = lost * speedMps * speedMps / (2 * sprayer.AccelerationMps2);
        var acrossS = segment.LengthM >= gatherM
            ? (segment.LengthM / speedMps) + (lost * speedMps / (2 * sprayer.AccelerationMps2))
            : Math.Sqrt(2 * lost * segment.LengthM / sprayer.AccelerationMps2);
        var climbS = segment.ClimbM >= 0 ? segment.ClimbM / sprayer.ClimbMps : -segment.ClimbM / sprayer.DescentMps;
        return Math.Max(acrossS, climbS);
    }

    private static double LandingS(FlownSegment descent, Sprayer sprayer) =>
        LoiterS + (Math.Max(0, descent.FromHeightM - SlowBelowM) / sprayer.DescentMps) + (Math.Min(descent.FromHeightM, SlowBelowM) / SlowMps);

    /// <summary>The share of its speed that the aircraft gives up between two pieces: all of it to stop, what does not point on to turn.</summary>
    private static double SpeedLost(FlownSegment one, FlownSegment next)
    {
        if (!one.SprayOn || !next.SprayOn || one.LengthM == 0 || next.LengthM == 0 || one.ClimbM != 0 || next.ClimbM != 0) return 1;
        var kept = (one.To - one.From).Unit.Dot((next.To - next.From).Unit);
        return kept < BluntCos ? 1 : 1 - kept;
    }
}
