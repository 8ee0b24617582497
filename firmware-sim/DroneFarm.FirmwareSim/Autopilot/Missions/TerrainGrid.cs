using DroneFarm.Core.Geo;

namespace DroneFarm.FirmwareSim.Autopilot.Missions;

/// <summary>
/// Heights of the ground that a ground station has sent (TERRAIN_DATA), by grid cell of 4 x 4 points; the vehicle asks with
/// TERRAIN_REQUEST for the cells its terrain-frame waypoints need (point 26; https://mavlink.io/en/services/terrain.html).
/// </summary>
/// <param name="card">What is on the card already, metres above the sea by place; null when nothing is.</param>
internal sealed class TerrainGrid(Func<GeoPoint, double>? card)
{
    /// <summary>A cell spans 4 points of TERRAIN_SPACING (100 m), rounded here to a thousandth of a degree and more.</summary>
    private const int CellE7 = 36_000;

    private readonly Dictionary<(int Lat, int Lon), double> heights = [];
    private readonly HashSet<(int Lat, int Lon)> wanted = [];

    public (int Lat, int Lon)? FirstWanted => wanted.Count > 0 ? wanted.First() : null;

    public double? HeightM(int latE7, int lonE7)
    {
        if (card is not null) return card(new GeoPoint(LatitudeDeg: latE7 * 1e-7, LongitudeDeg: lonE7 * 1e-7));
        var cell = CellOf(latE7, lonE7);
        if (heights.TryGetValue(cell, out var height)) return height;
        wanted.Add(cell);
        return null;
    }

    /// <param name="latE7">South-western corner of the cell, as asked for.</param>
    /// <param name="lonE7">Likewise.</param>
    /// <param name="heightM">Mean of the heights sent.</param>
    public void Put(int latE7, int lonE7, double heightM)
    {
        var cell = CellOf(latE7, lonE7);
        heights[cell] = heightM;
        wanted.Remove(cell);
    }

    private static (int Lat, int Lon) CellOf(int latE7, int lonE7) =>
        ((int)Math.Floor((double)latE7 / CellE7) * CellE7, (int)Math.Floor((double)lonE7 / CellE7) * CellE7);
}
