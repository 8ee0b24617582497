using DroneFarm.Core.Planning;

namespace DroneFarm.Station.Plans;

/// <summary>What became of one field.</summary>
public sealed record PlannedField(string Id, string Name, double AreaM2, double SprayableM2, int Swaths, double Litres, bool Refused)
{
    public static PlannedField Of(FieldPlan field, double rateLPerHa) => new(
        field.Field.Id,
        field.Field.Name,
        field.Field.AreaM2,
        field.Sprayable.Area,
        field.Swaths.Count,
        field.Swaths.Sum(s => s.LengthM * s.WidthM / 10_000 * (s.Dose?.RateLPerHa ?? rateLPerHa)),
        field.IsRefused);
}
