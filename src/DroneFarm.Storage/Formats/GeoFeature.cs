namespace DroneFarm.Storage.Formats;

/// <summary>A feature of a GeoJSON file.</summary>
/// <param name="Index">In its file, from 0.</param>
/// <param name="Offset">Of its first byte, for messages.</param>
/// <param name="Properties">Its simple properties as text, numbers as written; names in lower case.</param>
internal sealed record GeoFeature(int Index, long Offset, string? Id, IReadOnlyDictionary<string, string> Properties, GeoShape Shape)
{
    /// <summary>The first of these properties that is there and not blank.</summary>
    public string? Property(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Properties.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value)) return value.Trim();
        }

        return null;
    }
}
