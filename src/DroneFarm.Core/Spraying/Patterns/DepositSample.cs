namespace DroneFarm.Core.Spraying.Patterns;

/// <summary>What one collector across the track caught.</summary>
/// <param name="OffsetM">Right of the track in flying direction, negative to the left.</param>
/// <param name="Deposit">In any unit, the same for all samples of a pattern.</param>
public readonly record struct DepositSample(double OffsetM, double Deposit);
