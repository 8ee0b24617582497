namespace DroneFarm.Storage.Formats.Shapefile;

/// <summary>The table of a shapefile as text.</summary>
/// <param name="Rows">Null for a row that is marked as deleted; names in lower case.</param>
internal sealed record RowTable(IReadOnlyList<IReadOnlyDictionary<string, string>?> Rows)
{
    public static RowTable None { get; } = new([]);
}
