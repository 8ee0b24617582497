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
    public static FlightEnergy Of(MissionFlight flight, IReadOnlyList<SprayedLine> lines, Sprayer sprayer, Job job)
    {
        var litresOn = lines.ToDictionary<SprayedLine, FlownSegment, double>(l => l.Segment, l => l.Litres(job.RateLPerHa), ReferenceEqualityComparer.Instance);
        var litres = litresOn.Values.Sum();
        var (leftL, seconds, wattSeconds) = (litres, 0.0, 0.0);
        foreach (var segment in flight.Segments)
        {
            var takesS = Seconds(segment, sprayer, job);
            var usedL = litresOn.GetValueOrDefault(segment);
            wattSeconds += takesS * (sprayer.PowerW(leftL) + sprayer.PowerW(Math.Max(0, leftL - usedL))) / 2;
            seconds += takesS;
            leftL = Math.Max(0, leftL - usedL);
        }

        return new FlightEnergy(litres, TimeSpan.FromSeconds(seconds), wattSeconds / 3600);
    }

    /// <summary>One piece, from rest to rest.</summary>
    public static double Seconds(FlownSegment segment, Sprayer sprayer, Job job)
    {
        var speedMps = Math.Min(segment.SpeedMps is > 0 and var set ? set : job.TransitSpeedMps, sprayer.MaxSpeedMps);
        var fullSpeedM = speedMps * speedMps / sprayer.AccelerationMps2;
        var acrossS = segment.LengthM >= fullSpeedM
            ? (segment.LengthM / speedMps) + (speedMps / sprayer.AccelerationMps2)
            : 2 * Math.Sqrt(segment.LengthM / sprayer.AccelerationMps2);
        var climbS = segment.ClimbM >= 0 ? segment.ClimbM / sprayer.ClimbMps : -segment.ClimbM / sprayer.DescentMps;
        return Math.Max(acrossS, climbS);
    }
}
