namespace DroneFarm.Flight.Operations;

/// <summary>Liquid and energy of a vehicle in the air, against what its sortie still needs.</summary>
/// <param name="LitresLeft">In the tank: what was filled less what the pump's output says has left it; null when nobody knows how much was filled.</param>
/// <param name="LitresToGo">Of the sortie's plan.</param>
/// <param name="TimeToGo">Of the sortie's plan, way home included.</param>
/// <param name="EnergyLeftWh">By the battery's own word; null when it does not say.</param>
/// <param name="EnergyHomeWh">What the way home from here takes, with the reserve on top.</param>
public sealed record Supplies(double? LitresLeft, double LitresToGo, TimeSpan TimeToGo, double? EnergyLeftWh, double EnergyHomeWh)
{
    /// <summary>The battery allows the way home and no more.</summary>
    public bool MustGoHome => EnergyLeftWh <= EnergyHomeWh;
}
