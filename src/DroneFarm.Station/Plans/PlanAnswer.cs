using System.Text.Json.Nodes;
using DroneFarm.Station.Wording;

namespace DroneFarm.Station.Plans;

/// <summary>A plan for a page: what to draw, what to list and what it comes to.</summary>
/// <param name="Map">GeoJSON, each feature with its layer.</param>
/// <param name="Buffers">What is kept free of spray around each zone, as features like the map's.</param>
/// <param name="ThinkingMs">What planning took, without reading and writing.</param>
public sealed record PlanAnswer(
    IReadOnlyList<FoundLine> Findings,
    IReadOnlyList<PlannedField> Fields,
    IReadOnlyList<PlannedSortie> Sorties,
    PlanTotals Totals,
    RawJson Map,
    JsonArray Buffers,
    double ThinkingMs);
