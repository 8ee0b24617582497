using NetTopologySuite.Geometries;

namespace DroneFarm.Storage.Formats.Maps;

/// <summary>A feature of a map to be written.</summary>
internal sealed record MapFeature(string Layer, Geometry Shape, IReadOnlyList<(string Name, object? Value)> Properties)
{
    /// <summary>The properties with the layer among them, for formats whose features lose sight of it.</summary>
    public IReadOnlyList<(string Name, object? Value)> Facts => [("layer", Layer), .. Properties];

    public string? Text(string name) => Properties.FirstOrDefault(p => p.Name == name).Value as string;
}
