using DroneFarm.Core.Geo;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Exchanges.Heights;

/// <summary>
/// What is still to be sent to one vehicle that asked for heights of the ground. A newer request takes the place of the older one, since the vehicle asks again every
/// two seconds for what it has not got. A block of which one height is not known is not sent: the vehicle must not take it for level ground.
/// </summary>
/// <param name="groundM">Metres above mean sea level at a place; null where that is not known.</param>
internal sealed class HeightAnswers(Func<GeoPoint, double?> groundM)
{
    /// <summary>Requests whose gaps are remembered; a vehicle has no more grids in memory.</summary>
    private const int MostGaps = 128;

    private readonly Dictionary<(int Lat, int Lon), GeoPoint> gaps = [];
    private TerrainRequest request;
    private ulong left;

    /// <summary>A place whose height was asked for and is not known; null when there is none.</summary>
    public GeoPoint? Gap => gaps.Count > 0 ? gaps.Values.First() : null;

    public void Ask(in TerrainRequest asked)
    {
        request = asked;
        left = asked.GridSpacing > 0 ? asked.Mask & HeightGrid.Whole : 0;
        gaps.Remove((asked.Lat, asked.Lon));
    }

    /// <summary>The next blocks, at most so many; none when all that is known was handed out.</summary>
    public IReadOnlyList<TerrainData> Next(int most)
    {
        var blocks = new List<TerrainData>(most);
        for (byte bit = 0; bit < HeightGrid.Columns * HeightGrid.Rows && blocks.Count < most; bit++)
        {
            if ((left >> bit & 1) == 0) continue;
            left &= ~(1UL << bit);
            if (BlockOf(bit) is { } block) blocks.Add(block);
        }

        return blocks;
    }

    /// <summary>Bits count from the west, then from the south; so do the heights in a block (AP_Terrain::handle_terrain_data).</summary>
    private TerrainData? BlockOf(byte bit)
    {
        var block = new TerrainData { Lat = request.Lat, Lon = request.Lon, GridSpacing = request.GridSpacing, Gridbit = bit };
        var (south, west) = (bit / HeightGrid.Columns * HeightGrid.Side, bit % HeightGrid.Columns * HeightGrid.Side);
        for (var i = 0; i < HeightGrid.Side * HeightGrid.Side; i++)
        {
            var place = HeightGrid.PointAt(request, south + (i / HeightGrid.Side), west + (i % HeightGrid.Side));
            if (groundM(place) is not { } heightM)
            {
                if (gaps.Count < MostGaps) gaps[(request.Lat, request.Lon)] = place;
                return null;
            }

            block.Data[i] = (short)Math.Clamp(Math.Round(heightM), short.MinValue, short.MaxValue);
        }

        return block;
    }
}
