namespace DroneFarm.Storage.Formats;

/// <summary>A GeoJSON file as read, before anything is known of what its features mean.</summary>
internal sealed record GeoFile(JsonInput Input, string Name, bool MadeUp, IReadOnlyList<GeoFeature> Features)
{
    public string LineOf(GeoFeature feature) => Input.LineOf(feature.Offset);
}
