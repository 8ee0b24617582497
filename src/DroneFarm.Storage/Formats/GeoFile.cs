namespace DroneFarm.Storage.Formats;

/// <summary>A GeoJSON file as read, before anything is known of what its features mean.</summary>
/// <param name="Crs">The coordinate reference system that it names, if it does.</param>
/// <param name="Datum">The datum that it names, if it does.</param>
internal sealed record GeoFile(JsonInput Input, string Name, bool MadeUp, IReadOnlyList<GeoFeature> Features, Said? Crs = null, Said? Datum = null)
{
    public string LineOf(GeoFeature feature) => Input.LineOf(feature.Offset);
}
