using DroneFarm.Core.Geo;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Exchanges.Heights;

/// <summary>
/// Where the points of a TERRAIN_REQUEST lie: 7 rows of blocks from the south by 8 columns from the west, of 4 x 4 points each, at so many metres from each other.
/// </summary>
/// <remarks>
/// ArduPilot looks a height up by its metres north and east of the whole degree to the south-west, with degrees of longitude as wide as half-way between the two
/// (AP_Terrain::calculate_grid_info, Location::get_distance_NE). The points are laid out in the same way here. Laid out from the block's own corner, as other
/// ground stations do, they would be up to 16 m beside where the vehicle takes them to be (at 32 degrees; more further from the equator).
/// </remarks>
internal static class HeightGrid
{
    public const int Columns = 8, Rows = 7, Side = 4;

    /// <summary>All blocks of a request.</summary>
    public const ulong Whole = (1UL << (Columns * Rows)) - 1;

    /// <summary>As ArduPilot has it (LOCATION_SCALING_FACTOR).</summary>
    private const double MPerDeg = 111_318.84502145034;

    /// <param name="north">Points from the corner.</param>
    /// <param name="east">Likewise.</param>
    public static GeoPoint PointAt(in TerrainRequest request, int north, int east)
    {
        var (latitudeDeg, longitudeDeg) = (request.Lat / 1e7, request.Lon / 1e7);
        var (southDeg, westDeg) = (Math.Floor(latitudeDeg), Math.Floor(longitudeDeg));
        var northM = ((latitudeDeg - southDeg) * MPerDeg) + (north * request.GridSpacing);
        var eastM = ((longitudeDeg - westDeg) * MPerDegOfLongitude((latitudeDeg + southDeg) / 2)) + (east * request.GridSpacing);
        var atDeg = southDeg + (northM / MPerDeg);
        var acrossDeg = westDeg + (eastM / MPerDegOfLongitude((atDeg + southDeg) / 2));
        return new GeoPoint(LatitudeDeg: atDeg, LongitudeDeg: acrossDeg > 180 ? acrossDeg - 360 : acrossDeg);
    }

    private static double MPerDegOfLongitude(double latitudeDeg) => MPerDeg * Math.Max(0.01, Math.Cos(latitudeDeg * Math.PI / 180));
}
