using DroneFarm.Storage.RecordStore;

namespace DroneFarm.Station.Reviews;

/// <summary>Which applications of a farm are meant; what is empty is not asked for.</summary>
/// <param name="Field">By its name.</param>
/// <param name="Year">Of the calendar, by the farm's clock.</param>
public sealed record SeasonWish(string Farm, string? Field, int? Year, string? Product, string? Operator)
{
    public string Period => Year is { } year ? $"{year}" : "–";

    /// <summary>All of it but the field, which stores know by its id.</summary>
    public RecordQuery Query(TimeSpan utcOffset)
    {
        var query = new RecordQuery(Farm: Farm, Product: Empty(Product), Operator: Empty(Operator));
        return Year is { } year ? query.InYear(year, utcOffset) : query;
    }

    public bool Means(string fieldName) => string.IsNullOrEmpty(Field) || fieldName == Field;

    private static string? Empty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
