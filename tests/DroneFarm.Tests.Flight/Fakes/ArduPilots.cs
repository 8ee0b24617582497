using DroneFarm.Core.Geo;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.Flight.Fakes;

/// <summary>ArduPilot's way with its grids of heights: corners a whole number of grids from a whole degree, heights looked up by metres from there (AP_Terrain::calculate_grid_info).</summary>
internal static class ArduPilots
{
    private const double MPerDeg = 111_318.84502145034, SpacingM = 100;

    /// <summary>Grids overlap by four points: 24 to the north and 28 to the east are each one's own.</summary>
    public static TerrainRequest Request(int southDeg, int westDeg, int gridNorth, int gridEast)
    {
        var north = (int)(gridNorth * 24 * SpacingM / MPerDeg * 1e7);
        var east = (int)(gridEast * 28 * SpacingM / MPerDeg * 1e7 / Scale(southDeg + (north / 2e7)));
        return new TerrainRequest { Lat = (southDeg * 10_000_000) + north, Lon = (westDeg * 10_000_000) + east, GridSpacing = (ushort)SpacingM, Mask = ulong.MaxValue };
    }

    public static (double NorthM, double EastM) MetresFromDegree(int southDeg, int westDeg, GeoPoint place) => (
        (place.LatitudeDeg - southDeg) * MPerDeg,
        (place.LongitudeDeg - westDeg) * MPerDeg * Scale((southDeg + place.LatitudeDeg) / 2));

    private static double Scale(double latitudeDeg) => Math.Cos(latitudeDeg * Math.PI / 180);
}
