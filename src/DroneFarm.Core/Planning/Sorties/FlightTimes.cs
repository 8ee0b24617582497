using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning.Sorties;

/// <summary>
/// How long pieces of a flight take. The autopilot flies each leg nearly from rest to rest and cuts corners a little: on the measured lines of
/// 60 m with gaps of 5 m (ARDUPILOT.md, "Flight times") a swath and its turn come out at 16.97 s where 16.97 s were flown at 5 m/s, with gaps of 3 m
/// at 16.8 s for 17.0 s, and at 7 m/s at 14.3 s for 14.4 s.
/// </summary>
internal readonly record struct FlightTimes(double SpeedMps, double AccelerationMps2)
{
    /// <summary>Fitted to the same table: a sidestep is mostly turning the acceleration round, whatever its length.</summary>
    private const double ShortHopS = 2.55, ShortHopSPerM = 0.085, ShortHopM = 5;

    public static FlightTimes Spraying(Sprayer sprayer, double speedMps) => new(speedMps, sprayer.AccelerationMps2);

    /// <summary>A straight leg from rest to rest, or with fewer stops where it is flown into or out of at speed.</summary>
    /// <param name="stops">Ends at rest, 0 to 2.</param>
    public double LegS(double lengthM, int stops = 2)
    {
        if (stops == 0) return lengthM / SpeedMps;
        return lengthM >= stops * SpeedMps * SpeedMps / (2 * AccelerationMps2)
            ? (lengthM / SpeedMps) + (stops * SpeedMps / (2 * AccelerationMps2))
            : Math.Sqrt(2 * stops * lengthM / AccelerationMps2);
    }

    /// <summary>What a corner costs that is flown round without a stop: the velocity is turned at the aircraft's acceleration.</summary>
    public double CornerS(double cornerRad) => 2 * SpeedMps / AccelerationMps2 * Math.Sin(cornerRad / 2);

    /// <summary>From one swath's end to the next one's start, or round a corner of a transit.</summary>
    public double HopS(double lengthM) => lengthM switch
    {
        <= 0.01 => 0,
        < ShortHopM => ShortHopS + (ShortHopSPerM * lengthM),
        _ => Math.Max(LegS(lengthM), ShortHopS + (ShortHopSPerM * ShortHopM)) + 0.14,
    };
}
