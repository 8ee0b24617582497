using DroneFarm.Core.Flights;

namespace DroneFarm.Core.Records.Statistics;

/// <summary>Litres that went into tanks against litres that came out of the nozzles.</summary>
/// <param name="FilledL">Less what was drained.</param>
/// <param name="AppliedL">By the pump's calibrated flow.</param>
public sealed record TankBalance(double FilledL, double AppliedL)
{
    /// <summary>What should be left in the tanks.</summary>
    public double LeftL => FilledL - AppliedL;

    /// <summary>Null when nobody wrote down what was filled.</summary>
    public static TankBalance? Of(FlightLog log, double appliedL) => log.Fills.Count == 0 ? null : new(log.Fills.Sum(f => f.Litres), appliedL);
}
