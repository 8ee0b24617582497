namespace DroneFarm.Storage.Formats;

/// <summary>A feature of a file of geometry, whatever its format.</summary>
/// <param name="Index">In its file, from 0.</param>
/// <param name="From">The file, or the part of one, that it stands in.</param>
/// <param name="Offset">Where in it, as <paramref name="From"/> counts; for messages.</param>
/// <param name="Properties">Its simple properties as text, numbers as written; names in lower case.</param>
internal sealed record GeoFeature(int Index, IPlaces From, long Offset, string? Id, IReadOnlyDictionary<string, string> Properties, GeoShape Shape)
{
    /// <summary>Where it stands, as an argument of a phrase.</summary>
    public string Line => From.LineOf(Offset);

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
