namespace DroneFarm.Storage.RecordStore;

/// <summary>Which applications are meant; what is null is not asked for.</summary>
/// <param name="From">Begun at this moment or later.</param>
/// <param name="To">Begun before this moment.</param>
public sealed record RecordQuery(
    string? Farm = null, string? FieldId = null, string? Product = null, string? Operator = null, string? Drone = null, DateTimeOffset? From = null, DateTimeOffset? To = null)
{
    /// <summary>Everything.</summary>
    public static RecordQuery All { get; } = new();

    /// <summary>A calendar year by a local clock.</summary>
    public RecordQuery InYear(int year, TimeSpan utcOffset) =>
        this with { From = new DateTimeOffset(year, 1, 1, 0, 0, 0, utcOffset), To = new DateTimeOffset(year + 1, 1, 1, 0, 0, 0, utcOffset) };
}
