using DroneFarm.Core.Records;

namespace DroneFarm.Storage.RecordStore;

/// <summary>What an entry is found by: copies from its body, in columns of their own.</summary>
internal sealed record EntryKeys(string Farm, string Field, long FromMs, long ToMs, string Product, string Operator, string Drone, string Corrects, long Withdrawn)
{
    public static EntryKeys Of(FieldApplication a) => new(
        a.FarmName, a.FieldId, a.From.ToUnixTimeMilliseconds(), a.To.ToUnixTimeMilliseconds(), a.ProductName, a.Operator, a.Drone, a.Corrects, a.Withdrawn ? 1 : 0);
}
