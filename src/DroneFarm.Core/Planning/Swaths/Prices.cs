using DroneFarm.Core.Planning.Sorties;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>What a layout of swaths costs: seconds of flight, and ground missed or doubled at its price.</summary>
internal readonly record struct Prices(FlightTimes Times, double MissedSPerM2, double DoubledSPerM2, double SwathWidthM, double NarrowestM)
{
    /// <summary>
    /// The share of a strip's width that must still be dry for going on to pay: less missed against more doubled and the time that the metre takes.
    /// </summary>
    public double DryShareWorthSpraying(double widthM) =>
        Math.Min(0.98, (DoubledSPerM2 + (1 / (Times.SpeedMps * widthM))) / (MissedSPerM2 + DoubledSPerM2));

    /// <summary>
    /// The shortest swath worth switching the pump for, metres: it starts 0.5 to 2.4 m late (ARDUPILOT.md point 7).
    /// </summary>
    public double ShortestM => NarrowestM;

    /// <summary>What a swath gains: the ground it wets first, less what it wets again, less its time and one turn.</summary>
    public double GainS(double lengthM, double dryM2, double wetM2, double widthM) =>
        lengthM < ShortestM ? double.NegativeInfinity : (MissedSPerM2 * dryM2) - (DoubledSPerM2 * wetM2) - Times.LegS(lengthM) - Times.HopS(widthM);

    /// <summary>What one swath more costs in time, whatever its length: to stop and start, and to step aside.</summary>
    public double TurnS => RestartS + Times.HopS(SwathWidthM);

    /// <summary>What stopping and starting again costs over flying on.</summary>
    public double RestartS => Times.SpeedMps / Times.AccelerationMps2;
}
