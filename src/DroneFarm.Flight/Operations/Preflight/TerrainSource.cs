namespace DroneFarm.Flight.Operations.Preflight;

/// <summary>
/// How a vehicle knows the height of the ground below. Waypoints over the terrain need its database at arming ("terrain disabled" otherwise), and near the ground
/// a rangefinder, whose word it takes first: the database is good to some 10 m. Source: ArduCopter's AP_Arming::terrain_checks, AC_WPNav::get_terrain_source;
/// ArduPilot wiki, "Terrain Following".
/// </summary>
/// <param name="IsEnabled">TERRAIN_ENABLE.</param>
/// <param name="HasRangefinder">RNGFND1_TYPE is not 0.</param>
public sealed record TerrainSource(bool IsEnabled, bool HasRangefinder);
