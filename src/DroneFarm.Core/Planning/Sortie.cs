using DroneFarm.Core.Fields;

namespace DroneFarm.Core.Planning;

/// <summary>The part of a route flown between two refills or battery changes, from a refill point and back to it.</summary>
/// <param name="Number">From 1, in flying order.</param>
/// <param name="Legs">From the refill point to the refill point: the first and the last are transits.</param>
/// <param name="Litres">Sprayed on the way, at the job's rate.</param>
/// <param name="Duration">From take-off to landing by the time model.</param>
/// <param name="EnergyWh">By the energy model; at most the sprayer's usable energy.</param>
/// <param name="Vehicle">Which of the job's aircraft flies it, from 1.</param>
/// <param name="Start">Take-off, counted from the first take-off of the job. What the aircraft needs on the ground before it lies before that moment.</param>
public sealed record Sortie(
    int Number,
    RefillPoint From,
    RefillPoint To,
    IReadOnlyList<Leg> Legs,
    double Litres,
    TimeSpan Duration,
    double EnergyWh,
    int Vehicle = 1,
    TimeSpan Start = default)
{
    /// <summary>Landing, counted as <see cref="Start"/> is.</summary>
    public TimeSpan Finish => Start + Duration;

    public IEnumerable<SprayLeg> SprayLegs => Legs.OfType<SprayLeg>();

    public double SprayedM => SprayLegs.Sum(l => l.LengthM);

    public double TransitM => Legs.OfType<TransitLeg>().Sum(l => l.LengthM);

    public double LengthM => Legs.Sum(l => l.LengthM);
}
