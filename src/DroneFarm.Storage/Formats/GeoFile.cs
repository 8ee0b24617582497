namespace DroneFarm.Storage.Formats;

/// <summary>A file of geometry as read, before anything is known of what its features mean.</summary>
/// <param name="Crs">The coordinate reference system that it names, if it does.</param>
/// <param name="Datum">The datum that it names, if it does.</param>
internal sealed record GeoFile(IPlaces Input, string Name, bool MadeUp, IReadOnlyList<GeoFeature> Features, Said? Crs = null, Said? Datum = null);
