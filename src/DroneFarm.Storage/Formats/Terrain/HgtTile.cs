using System.Buffers.Binary;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Storage.Formats.Importing;

namespace DroneFarm.Storage.Formats.Terrain;

/// <summary>
/// Heights of one square degree above mean sea level (EGM96), as the Shuttle Radar Topography Mission left them: rows from the north, points from the west, 16 bits
/// each with the high byte first, the edges shared with the neighbours. Source: USGS, "SRTM Topography".
/// </summary>
internal sealed class HgtTile
{
    /// <summary>Points a side: every second of arc, or every third.</summary>
    private const int FineSide = 3601, CoarseSide = 1201;
    private const short Void = short.MinValue;

    /// <summary>A tile, and room for the notes that some programs put beside it in a zip.</summary>
    private const long MostUnpackedBytes = 26L << 20;

    private readonly TileName name;
    private readonly byte[] bytes;
    private readonly int side;

    private HgtTile(TileName name, byte[] bytes, int side) => (this.name, this.bytes, this.side) = (name, bytes, side);

    /// <summary>What is wrong with a file of so many bytes, before it is read; null when it can be a tile.</summary>
    public static Finding? Misfit(string path, long bytes) =>
        IsPacked(path) ? bytes > MostUnpackedBytes ? NotOne(path) : MisfitInside(path)
        : IsSize(bytes) ? null : WrongSize(path, bytes);

    /// <summary>Null, and one error among the findings, when the file cannot be used.</summary>
    /// <param name="path">A file .hgt, or a zip with one in it.</param>
    public static HgtTile? Read(string path, TileName name, List<Finding> findings)
    {
        var read = InputFile.Bytes(path, findings);
        if ((IsPacked(path) && read is not null ? Unpacked(path, read, findings) : read) is not { } bytes) return null;
        if (IsSize(bytes.Length)) return new HgtTile(name, bytes, bytes.Length == BytesOf(FineSide) ? FineSide : CoarseSide);
        findings.Add(WrongSize(path, bytes.Length));
        return null;
    }

    /// <summary>Metres above mean sea level, between the four points around; null outside the tile and where one of them is not known.</summary>
    public double? HeightM(GeoPoint place)
    {
        var (x, y) = (OnPoint((place.LongitudeDeg - name.WestDeg) * (side - 1)), OnPoint((name.SouthDeg + 1 - place.LatitudeDeg) * (side - 1)));
        if (!(x >= 0 && y >= 0 && x <= side - 1 && y <= side - 1)) return null;
        var (column, row) = (Math.Min((int)x, side - 2), Math.Min((int)y, side - 2));
        var (east, south) = (x - column, y - row);
        double sumM = 0;
        for (var corner = 0; corner < 4; corner++)
        {
            var (right, down) = (corner & 1, corner >> 1);
            var share = (right == 1 ? east : 1 - east) * (down == 1 ? south : 1 - south);
            // A point that has no share in the height need not be known.
            if (share == 0) continue;
            var height = BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(2 * (((row + down) * side) + column + right)));
            if (height == Void) return null;
            sumM += share * height;
        }

        return sumM;
    }

    /// <summary>Less than 0.1 mm from a point is on it.</summary>
    private static double OnPoint(double points) => Math.Abs(points - Math.Round(points)) < 1e-6 ? Math.Round(points) : points;

    private static bool IsPacked(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static bool IsSize(long bytes) => bytes == BytesOf(FineSide) || bytes == BytesOf(CoarseSide);

    private static Finding NotOne(string path) => Finding.Error("terrain.zip", path, $"{MostUnpackedBytes >> 20}");

    private static Finding WrongSize(string path, long bytes) => Finding.Error("terrain.size", path, $"{bytes}", $"{BytesOf(FineSide)}", $"{BytesOf(CoarseSide)}");

    private static long BytesOf(int side) => 2L * side * side;

    /// <summary>By what the zip says it holds: a copy that was cut off has lost its list.</summary>
    private static Finding? MisfitInside(string path)
    {
        var findings = new List<Finding>();
        if (Archive.Listing(path, findings) is not { } files) return findings[0];
        return files.Where(f => f.Name.EndsWith(".hgt", StringComparison.OrdinalIgnoreCase)).ToList() is not [var tile] ? NotOne(path)
            : IsSize(tile.Bytes) ? null : WrongSize(path, tile.Bytes);
    }

    private static byte[]? Unpacked(string path, byte[] zip, List<Finding> findings)
    {
        if (Archive.Unpack(new ImportFile(path, zip), new ImportLimits(MostUnpackedBytes, MostFiles: 16), findings) is not { } files) return null;
        if (files.Where(f => f.Ends(".hgt")).ToList() is [var tile]) return tile.Bytes;
        findings.Add(NotOne(path));
        return null;
    }
}
