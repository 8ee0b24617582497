namespace DroneFarm.Core.Planning;

/// <summary>A sortie as the vehicle understands it.</summary>
/// <param name="Items">Without the home item: the first is the take-off, the last three are DO_LAND_START with a place, DO_SPRAYER 0 and RTL (ARDUPILOT.md points 33 and 34).</param>
/// <param name="Fence">Vertices of one inclusion polygon, then exclusions; Param1 is the vertex count of each polygon.</param>
/// <param name="RallyPoints">Where a breach or a failsafe lands (ARDUPILOT.md point 25).</param>
public sealed record Mission(
    int SortieNumber,
    IReadOnlyList<MissionItem> Items,
    IReadOnlyList<MissionItem> Fence,
    IReadOnlyList<MissionItem> RallyPoints);
