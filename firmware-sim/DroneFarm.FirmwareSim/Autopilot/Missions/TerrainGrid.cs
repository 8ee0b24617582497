using DroneFarm.Core.Geo;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.FirmwareSim.Autopilot.Missions;

/// <summary>
/// The vehicle's database of the ground (point 26): grids of 28 rows by 32 columns of heights, laid out from whole degrees, each four rows and columns over its
/// neighbours. A grid that somebody wants a height of, and those around the vehicle, are asked for until all their 56 blocks are there.
/// Source: AP_Terrain.cpp, TerrainUtil.cpp, TerrainGCS.cpp. Unlike the real one it forgets no grid.
/// </summary>
/// <param name="card">What is on the card already, metres above the sea by place; null when nothing is.</param>
internal sealed class TerrainGrid(Func<GeoPoint, double>? card)
{
    private const int Rows = 28, Columns = 32, Overlap = 4, BlocksAcross = 8, BlockSide = 4;
    private const ulong AllBlocks = (1UL << 56) - 1;
    private const double MPerDeg = 111_318.845, AskAgainS = 2;

    private readonly Dictionary<(int Lat, int Lon), (short[,] Heights, ulong Known)> grids = [];
    private double nextRequestS;

    /// <summary>Between two heights (TERRAIN_SPACING).</summary>
    public int SpacingM { get; set; } = 100;

    public int Loaded => grids.Values.Sum(g => (int)ulong.PopCount(g.Known));

    /// <summary>Blocks that it waits for.</summary>
    public int Pending => (56 * grids.Count) - Loaded;

    /// <summary>Null while a block is missing, and from then on it is wanted.</summary>
    public double? HeightM(GeoPoint place)
    {
        if (card is not null) return card(place);
        var (corner, north, east) = Find(place);
        if (!grids.TryGetValue(corner, out var grid)) grids[corner] = grid = (new short[Rows, Columns], 0);
        var (row, column) = ((int)north, (int)east);
        if (!IsKnown(row, column) || !IsKnown(row, column + 1) || !IsKnown(row + 1, column) || !IsKnown(row + 1, column + 1)) return null;
        var (up, across) = (north - row, east - column);
        double Between(int r) => (grid.Heights[r, column] * (1 - across)) + (grid.Heights[r, column + 1] * across);
        return (Between(row) * (1 - up)) + (Between(row + 1) * up);

        bool IsKnown(int r, int c) => (grid.Known >> ((r / BlockSide * BlocksAcross) + (c / BlockSide)) & 1) == 1;
    }

    /// <summary>Makes the nine grids around a place wanted.</summary>
    public void LookAround(GeoPoint here)
    {
        var frame = new LocalFrame(here);
        for (var i = 0; i < 9; i++) HeightM(frame.ToGeo(new LocalPoint(((i % 3) - 1) * 0.7 * Columns * SpacingM, ((i / 3) - 1) * 0.7 * Rows * SpacingM)));
    }

    /// <summary>What is asked of the ground station now; null when nothing is missing, or it was asked a moment ago.</summary>
    public TerrainRequest? Request(double nowS)
    {
        if (nowS < nextRequestS) return null;
        foreach (var ((lat, lon), grid) in grids)
        {
            if (grid.Known == AllBlocks) continue;
            nextRequestS = nowS + AskAgainS;
            return new TerrainRequest { Lat = lat, Lon = lon, GridSpacing = (ushort)SpacingM, Mask = AllBlocks & ~grid.Known };
        }

        return null;
    }

    /// <summary>Heights by rows from the south-west; of a grid that nobody wants they are dropped.</summary>
    public void Put(in TerrainData data)
    {
        if (data.Gridbit >= 56 || data.GridSpacing != SpacingM || !grids.TryGetValue((data.Lat, data.Lon), out var grid)) return;
        var (row, column) = (data.Gridbit / BlocksAcross * BlockSide, data.Gridbit % BlocksAcross * BlockSide);
        for (var i = 0; i < BlockSide * BlockSide; i++) grid.Heights[row + (i / BlockSide), column + (i % BlockSide)] = data.Data[i];
        grids[(data.Lat, data.Lon)] = (grid.Heights, grid.Known | (1UL << data.Gridbit));
    }

    /// <summary>The grid of a place by its south-western corner, and how many rows and columns the place lies inside it.</summary>
    private ((int Lat, int Lon) Corner, double North, double East) Find(GeoPoint place)
    {
        var (southDeg, westDeg) = (Math.Floor(place.LatitudeDeg), Math.Floor(place.LongitudeDeg));
        var north = (place.LatitudeDeg - southDeg) * MPerDeg / SpacingM;
        var east = (place.LongitudeDeg - westDeg) * MPerDeg * Narrowed((place.LatitudeDeg + southDeg) / 2) / SpacingM;
        var (gridNorth, gridEast) = ((int)north / (Rows - Overlap), (int)east / (Columns - Overlap));
        var cornerDeg = gridNorth * (Rows - Overlap) * SpacingM / MPerDeg;
        var acrossDeg = gridEast * (Columns - Overlap) * SpacingM / MPerDeg / Narrowed(southDeg + (cornerDeg / 2));
        return (((int)((southDeg + cornerDeg) * 1e7), (int)((westDeg + acrossDeg) * 1e7)), north - (gridNorth * (Rows - Overlap)), east - (gridEast * (Columns - Overlap)));
    }

    private static double Narrowed(double latitudeDeg) => Math.Cos(latitudeDeg * Math.PI / 180);
}
