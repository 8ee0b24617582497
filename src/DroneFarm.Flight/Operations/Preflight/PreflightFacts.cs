using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;
using DroneFarm.Flight.Exchanges.Heights;

namespace DroneFarm.Flight.Operations.Preflight;

/// <summary>What the checklist needs to know beside the vehicle's own words.</summary>
/// <param name="FilledL">In the tank by whoever filled it; null when nobody said.</param>
/// <param name="Weather">The latest that was entered or measured on the ground; null when nobody did.</param>
/// <param name="MissionVerified">Mission, fence and rally points were read back and found equal.</param>
/// <param name="SprayerVerified">The sprayer's parameters were set and read back; null when this job leaves them alone.</param>
/// <param name="Home">Where the sortie takes off.</param>
/// <param name="Overrides">Items that somebody answers for.</param>
/// <param name="Terrain">How the vehicle knows the ground's height; null when it was not asked, or did not say.</param>
/// <param name="Heights">What became of the vehicle's requests for heights of the ground; null where they are not answered.</param>
/// <param name="HighGround">Under the ways home; null where this program does not know the ground.</param>
/// <param name="RequiresGuard">The guard script on board must be heard.</param>
public sealed record PreflightFacts(
    Plan Plan,
    Sortie Sortie,
    PumpCalibration Pump,
    double? FilledL,
    Weather? Weather,
    bool MissionVerified,
    bool? SprayerVerified,
    GeoPoint? Home,
    IReadOnlySet<CheckCode> Overrides,
    bool RequiresGuard = true,
    TerrainSource? Terrain = null,
    HeightCounts? Heights = null,
    HighGround? HighGround = null);
