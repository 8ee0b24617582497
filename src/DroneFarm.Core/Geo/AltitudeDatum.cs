namespace DroneFarm.Core.Geo;

/// <summary>What an <see cref="Altitude"/> is measured from.</summary>
public enum AltitudeDatum
{
    /// <summary>The place of take-off (MAV_FRAME_GLOBAL_RELATIVE_ALT).</summary>
    Home,

    /// <summary>The ground below (MAV_FRAME_GLOBAL_TERRAIN_ALT).</summary>
    Terrain,

    /// <summary>Mean sea level (MAV_FRAME_GLOBAL).</summary>
    Sea,
}
