namespace DroneFarm.Storage.Formats.PlanJson;

/// <summary>Any geometry of a plan. Coordinates stand under the name of what they are, since their nesting differs.</summary>
/// <param name="Type">As GeoJSON names it; of an empty geometry it is all there is.</param>
internal sealed record GeometryJson(
    string Type,
    double[][]? Points = null,
    double[][][]? Lines = null,
    double[][][][]? Polygons = null);
