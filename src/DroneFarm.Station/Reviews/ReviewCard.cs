using DroneFarm.Core.Records;

namespace DroneFarm.Station.Reviews;

/// <summary>A flown job in a list.</summary>
public sealed record ReviewCard(
    string JobId, string Name, string Farm, string Product, string Operator, string Crop, IReadOnlyList<string> Fields, DateTimeOffset From, DateTimeOffset To, double SprayedM2, double Litres,
    bool Complete, bool Simulated)
{
    public static ReviewCard Of(string id, SprayRecord record) => new(
        id, record.Job.Name, record.FarmName, record.Job.Product.Name, record.Job.Operator, record.Job.Crop, [.. record.Fields.Select(f => f.Name)], record.From, record.To,
        record.Totals.SprayedAreaM2, record.Totals.AppliedLitres, record.IsComplete, record.Simulated);
}
