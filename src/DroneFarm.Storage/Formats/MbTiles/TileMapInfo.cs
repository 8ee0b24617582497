using System.Globalization;
using DroneFarm.Core.Geo;

namespace DroneFarm.Storage.Formats.MbTiles;

/// <summary>What a base map says about itself.</summary>
/// <param name="Format">png, jpg, webp, or pbf for vector tiles: as the tiles are, whatever the file says.</param>
/// <param name="SouthWest">A corner of what it covers; null where the file does not say.</param>
/// <param name="Attribution">To be shown on the map; may hold HTML.</param>
/// <param name="LayersJson">Of vector tiles: the layers and their properties, as the file says it.</param>
public sealed record TileMapInfo(
    string Name, string Format, int MinZoom, int MaxZoom, GeoPoint? SouthWest, GeoPoint? NorthEast, string Attribution, string? LayersJson)
{
    public bool IsVector => Format == "pbf";

    internal static TileMapInfo Of(Dictionary<string, string> said, int leastZoom, int mostZoom, ReadOnlySpan<byte> sample)
    {
        var bounds = said.GetValueOrDefault("bounds", "").Split(',').Select(n => double.TryParse(n, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN).ToArray();
        var hasBounds = bounds.Length == 4 && Array.TrueForAll(bounds, double.IsFinite);
        return new TileMapInfo(
            said.GetValueOrDefault("name", ""), FormatOf(sample) ?? said.GetValueOrDefault("format", "png"), leastZoom, mostZoom,
            hasBounds ? new GeoPoint(LatitudeDeg: bounds[1], LongitudeDeg: bounds[0]) : null,
            hasBounds ? new GeoPoint(LatitudeDeg: bounds[3], LongitudeDeg: bounds[2]) : null,
            said.GetValueOrDefault("attribution", ""), said.GetValueOrDefault("json"));
    }

    private static string? FormatOf(ReadOnlySpan<byte> tile) => tile switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "png",
        [0xFF, 0xD8, ..] => "jpg",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => "webp",
        [0x1F, 0x8B, ..] or [0x1A, ..] => "pbf",
        _ => null,
    };
}
