using NetTopologySuite.Geometries;

namespace DroneFarm.Core.Coverage;

/// <summary>Where the spray went, from what was flown. Geometry in the farm's local frame, metres.</summary>
/// <param name="Sprayed">All ground wetted at least once.</param>
/// <param name="Doubled">Ground of the fields wetted twice or more.</param>
/// <param name="Missed">Ground of the planned fields' sprayable area that stayed dry.</param>
/// <param name="OffTarget">Ground wetted outside the sprayable area of all planned fields.</param>
/// <param name="Passes">The single strips with their dose, in order of time: the as-applied map.</param>
/// <param name="Litres">Sum of flow over time.</param>
/// <param name="UnknownFlowM">Length flown without word of the pump: shown neither as sprayed nor as dry, metres.</param>
public sealed record AsApplied(
    Geometry Sprayed,
    Geometry Doubled,
    Geometry Missed,
    Geometry OffTarget,
    IReadOnlyList<AppliedPass> Passes,
    IReadOnlyList<AppliedField> Fields,
    double Litres,
    double UnknownFlowM = 0);
