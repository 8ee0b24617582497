namespace DroneFarm.Core.Spraying;

/// <summary>A crop protection product as its label names it.</summary>
/// <param name="DosePerHa">Product in the mixture for one hectare, in <paramref name="DoseUnit"/> (L or kg).</param>
/// <param name="Producer">Who makes it: 农药管理条例 article 36 wants it in the record.</param>
/// <param name="Note">Where the numbers come from; samples say that they are to be checked against the label.</param>
/// <param name="Limits">What its label allows; null when nobody looked it up.</param>
/// <param name="DriftProfile">How far its spray drifts; null when nobody said.</param>
public sealed record Product(
    string Name,
    string ActiveIngredient,
    string RegistrationNumber,
    double DosePerHa,
    string DoseUnit,
    string Note,
    string Producer = "",
    DriftProfile? DriftProfile = null,
    ProductLimits? Limits = null);
