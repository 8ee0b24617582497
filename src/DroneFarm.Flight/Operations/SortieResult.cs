namespace DroneFarm.Flight.Operations;

/// <summary>What became of a sortie.</summary>
/// <param name="FurthestItem">The last mission item flown to, home being 0.</param>
/// <param name="Fraction">Of its way, 0 to 1.</param>
public sealed record SortieResult(int Number, SortieEnd End, Flown Flown, int FurthestItem, double Fraction);
