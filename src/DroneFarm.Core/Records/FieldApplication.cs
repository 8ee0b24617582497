using DroneFarm.Core.Geo;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Records;

/// <summary>One product on one field on one day: the line of a farm's spray diary, and what a record store keeps. Areas in m², amounts of product in its own unit.</summary>
/// <param name="Boundary">The field's rings, the shell first.</param>
/// <param name="RecordFingerprint">Of the whole record that it is a part of.</param>
/// <param name="Corrects">Hash of the stored entry in whose place this one stands; empty for a first word.</param>
/// <param name="Reason">Why it was corrected; empty for a first word.</param>
/// <param name="CorrectedBy">Who says so.</param>
/// <param name="Withdrawn">True when the corrected entry described something that did not happen: nothing is counted in its place.</param>
public sealed record FieldApplication(
    string JobId,
    string FarmName,
    bool MadeUp,
    bool Simulated,
    string FieldId,
    string FieldName,
    DateTimeOffset From,
    DateTimeOffset To,
    string Crop,
    string Target,
    string ProductName,
    string ActiveIngredient,
    string RegistrationNumber,
    string Producer,
    double DosePerHa,
    string DoseUnit,
    string Operator,
    string Drone,
    double AreaM2,
    double PlannedM2,
    double SprayedM2,
    double DoubledM2,
    double MissedM2,
    double Litres,
    double ProductAmount,
    IReadOnlyList<IReadOnlyList<GeoPoint>> Boundary,
    ProductLimits? Limits = null,
    RecordTerms? Terms = null,
    double? WindMps = null,
    double? TemperatureC = null,
    double? HumidityPct = null,
    string WeatherSource = "",
    bool IsComplete = true,
    string RecordFingerprint = "",
    string Corrects = "",
    string Reason = "",
    string CorrectedBy = "",
    bool Withdrawn = false)
{
    /// <summary>A field is known by its farm and its id.</summary>
    public string FieldKey => $"{FarmName}/{FieldId}";

    public double RateLPerHa => SprayedM2 > 0 ? Litres / SprayedM2 * 10_000 : 0;
}
