using NetTopologySuite.Geometries;

namespace DroneFarm.Storage.Formats.Maps;

/// <summary>Takes the features of a map, one after the other.</summary>
internal interface IMapSink
{
    /// <param name="layer">What the feature is, as a word: field, zone, pass …</param>
    /// <param name="shape">In the local frame of the map, metres.</param>
    /// <param name="properties">Texts, whole numbers, numbers, moments, choices or null.</param>
    void Feature(string layer, Geometry shape, params ReadOnlySpan<(string Name, object? Value)> properties);
}
