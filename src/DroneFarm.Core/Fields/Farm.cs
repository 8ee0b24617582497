using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Fields;

/// <summary>The land a job is planned on: fields and all around them that matters, in one <see cref="LocalFrame"/>.</summary>
/// <param name="MadeUp">True for samples that are no real place; shown wherever the farm is shown.</param>
public sealed record Farm(
    string Name,
    LocalFrame Frame,
    IReadOnlyList<Field> Fields,
    IReadOnlyList<NoSprayZone> Zones,
    IReadOnlyList<Obstacle> Obstacles,
    IReadOnlyList<RefillPoint> RefillPoints,
    bool MadeUp = false);
