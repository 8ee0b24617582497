namespace DroneFarm.Station.BaseMaps;

/// <summary>A base map in the library's folder of maps.</summary>
/// <param name="Format">png, jpg, webp, or pbf for vector tiles.</param>
/// <param name="BoundsDeg">West, south, east, north; null when the file does not say.</param>
/// <param name="Gcj02">Its tiles are shifted, as those of Chinese providers are: the file's metadata says <c>datum</c> = gcj02, or its name does.</param>
public sealed record BaseMap(string Id, string Name, string Format, int MinZoom, int MaxZoom, double[]? BoundsDeg, string Attribution, bool Gcj02);
