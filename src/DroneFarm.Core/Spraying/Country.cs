namespace DroneFarm.Core.Spraying;

/// <summary>Whose law asks for a record. Files say cn, us, eu, gb.</summary>
public enum Country
{
    China,
    UnitedStates,
    EuropeanUnion,
    UnitedKingdom,
}
