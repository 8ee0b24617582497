namespace DroneFarm.Flight.Operations;

/// <summary>What became of a sortie.</summary>
/// <param name="FurthestItem">The last mission item flown to, home being 0.</param>
/// <param name="Fraction">Of its way, 0 to 1.</param>
public sealed record SortieResult(int Number, SortieEnd End, Flown Flown, int FurthestItem, double Fraction)
{
    /// <summary>What several of them flew and sprayed together.</summary>
    internal static Flown Total(IEnumerable<SortieResult> sorties) => sorties.Aggregate(Flown.Nothing, (sum, s) => sum + s.Flown);
}
