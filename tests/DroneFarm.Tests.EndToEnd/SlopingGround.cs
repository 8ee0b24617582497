using System.Buffers.Binary;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Storage.Formats.Terrain;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>
/// A made-up SRTM tile of N32 E120: a plane that rises by so many whole metres from one of its points to the next (93 m to the north, 79 m to the east), and lies
/// at a chosen height where a vehicle stands. Exact but for a shift of half a metre: heights are whole metres.
/// </summary>
internal sealed class SlopingGround : IDisposable
{
    private const int Side = 1201;

    private readonly GeoPoint home;
    private readonly double homeM;
    private readonly (int North, int East) rise;
    private readonly string folder = Directory.CreateTempSubdirectory("dronefarm-terrain-").FullName;

    public SlopingGround(GeoPoint home, double homeM, int riseNorth, int riseEast)
    {
        (this.home, this.homeM, rise) = (home, homeM, (riseNorth, riseEast));
        var tile = new byte[2 * Side * Side];
        for (var i = 0; i < Side * Side; i++)
        {
            var place = new GeoPoint(LatitudeDeg: 33 - (i / Side / (Side - 1.0)), LongitudeDeg: 120 + (i % Side / (Side - 1.0)));
            BinaryPrimitives.WriteInt16BigEndian(tile.AsSpan(2 * i), (short)Math.Round(PlaneM(place)));
        }

        File.WriteAllBytes(Path.Combine(folder, "N32E120.hgt"), tile);
        Terrain = TerrainFolder.Open(folder, new List<Finding>()) ?? throw new InvalidOperationException("the tile is no tile");
    }

    public TerrainFolder Terrain { get; }

    public string Folder => folder;

    /// <summary>Of the ground at a place over the ground at home.</summary>
    public double RiseM(GeoPoint place) => PlaneM(place) - homeM;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private double PlaneM(GeoPoint place) =>
        homeM + (((place.LatitudeDeg - home.LatitudeDeg) * rise.North) + ((place.LongitudeDeg - home.LongitudeDeg) * rise.East)) * (Side - 1);
}
