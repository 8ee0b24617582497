using System.Buffers.Binary;
using System.IO.Compression;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Formats.Terrain;

namespace DroneFarm.Tests.Storage.Formats;

/// <summary>Heights of the ground out of SRTM tiles.</summary>
public sealed class TerrainFolderTests
{
    private const int Side = 1201;

    [Fact]
    public void A_height_between_four_points_is_shared_out_by_distance()
    {
        // Row 0 is the north edge: the height rises by 1 m a point to the east and by 10 m a point to the south.
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("N32E120.hgt"), Tile((row, column) => column + (10 * (row % 100))));
        var terrain = Open(folder);
        terrain.HeightM(At(32, 120)).ShouldBe(0, "the south-west corner belongs to the tile that is named by it");
        HeightAt(terrain, row: 20, column: 700).ShouldBe(900);
        HeightAt(terrain, row: 20.5, column: 700.25).ShouldBe(905.25);
    }

    [Fact]
    public void A_tile_is_named_by_its_south_west_corner_on_either_side_of_the_equator()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("s28w067.hgt"), Tile((_, _) => 7));
        Pack(folder.File("N00E006.SRTMGL1.hgt.zip"), ("N00E006.hgt", Tile((_, _) => 8)));
        var terrain = Open(folder);
        terrain.HeightM(At(-27.5, -66.5)).ShouldBe(7);
        terrain.HeightM(At(0.5, 6.5)).ShouldBe(8);
        terrain.HeightM(At(-28.5, -66.5)).ShouldBeNull("the next tile to the south is not there");
        terrain.HeightM(At(-27.5, -67.5)).ShouldBeNull();
    }

    [Fact]
    public void Beside_a_point_that_nobody_measured_the_height_is_unknown_and_never_0()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("N32E120.hgt"), Tile((row, column) => row == 600 && column == 600 ? short.MinValue : 50));
        var terrain = Open(folder);
        HeightAt(terrain, 600, 600).ShouldBeNull();
        HeightAt(terrain, 599.5, 600.5).ShouldBeNull();
        HeightAt(terrain, 601, 600).ShouldBe(50, "a point that has no share in the height need not be known");
        HeightAt(terrain, 598.5, 600.5).ShouldBe(50);
    }

    [Fact]
    public void Of_a_degree_that_is_there_packed_and_unpacked_the_unpacked_one_counts()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("N32E120.hgt"), Tile((_, _) => 1));
        Pack(folder.File("N32E120.hgt.zip"), ("N32E120.hgt", Tile((_, _) => 2)));
        Open(folder).HeightM(At(32.5, 120.5)).ShouldBe(1);
    }

    [Theory]
    [InlineData("paddies.hgt", 2 * Side * Side, "terrain.name")]
    [InlineData("N92E120.hgt", 2 * Side * Side, "terrain.name")]
    [InlineData("N32E120.hgt", (2 * Side * Side) - 2, "terrain.size")]
    [InlineData("N32E120.hgt", 0, "terrain.size")]
    public void A_file_that_is_no_tile_is_named_and_left_out(string file, int bytes, string code)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File(file), new byte[bytes]);
        var findings = new List<Finding>();
        TerrainFolder.Open(folder.FullName, findings).ShouldBeNull();
        findings.Select(f => (f.Severity, f.Code)).ShouldBe([(Severity.Warning, code), (Severity.Error, "terrain.none")]);
        findings[0].Say(Language.English).ShouldContain(folder.File(file));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said()
    {
        var findings = new List<Finding>();
        TerrainFolder.Open(Path.Combine(Path.GetTempPath(), "no such folder of heights"), findings).ShouldBeNull();
        findings.ShouldHaveSingleItem().Code.ShouldBe("terrain.no-folder");
    }

    [Fact]
    public void A_zip_with_two_tiles_one_that_is_none_and_one_that_unpacks_to_more_than_a_tile_are_told_when_the_folder_is_opened()
    {
        using var folder = new TemporaryFolder();
        Pack(folder.File("N30E120.hgt.zip"), ("N30E120.hgt", Tile((_, _) => 1)), ("N31E120.hgt", Tile((_, _) => 1)));
        File.WriteAllBytes(folder.File("N31E120.hgt.zip"), [1, 2, 3]);
        Pack(folder.File("N32E120.hgt.zip"), ("N32E120.hgt", new byte[30 << 20]));
        Pack(folder.File("N33E120.hgt.zip"), ("N33E120.hgt", Tile((_, _) => 1)), ("__MACOSX/._N33E120.hgt", [1]));
        var findings = new List<Finding>();
        var terrain = TerrainFolder.Open(folder.FullName, findings).ShouldNotBeNull();
        findings.ShouldAllBe(f => f.Severity == Severity.Warning);
        findings.Select(f => f.Code).ShouldBe(["terrain.zip", "import.zip-damaged", "terrain.size"]);
        terrain.HeightM(At(33.5, 120.5)).ShouldBe(1);
        terrain.HeightM(At(31.5, 120.5)).ShouldBeNull();
        terrain.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void A_zip_that_is_damaged_inside_knows_no_height_and_is_told_once()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("N32E120.hgt.zip");
        Pack(path, ("N32E120.hgt", Tile((_, _) => 1)));
        var bytes = File.ReadAllBytes(path);
        // The first bits of what is packed, behind a header of 30 bytes and the name: a kind of block that there is not.
        bytes[30 + "N32E120.hgt".Length] = 0xFF;
        File.WriteAllBytes(path, bytes);
        var terrain = Open(folder);
        terrain.HeightM(At(32.5, 120.5)).ShouldBeNull();
        terrain.HeightM(At(32.5, 120.6)).ShouldBeNull();
        terrain.Faults.ShouldHaveSingleItem().Code.ShouldBe("import.zip-damaged");
    }

    [Fact]
    public void The_shared_tile_of_Queensland_is_farmland_between_282_and_761_m()
    {
        var terrain = TerrainFolder.Open(Path.GetDirectoryName(Repository.Shared("terrain/S28E151.hgt.zip"))!, []).ShouldNotBeNull();
        var heights = new List<double>();
        for (var i = 0; i < 10_000; i++)
        {
            if (terrain.HeightM(At(-28 + ((i / 100) * 0.01), 151 + ((i % 100) * 0.01))) is { } height) heights.Add(height);
        }

        heights.Count.ShouldBeGreaterThan(9_900);
        heights.Min().ShouldBeInRange(282, 320);
        heights.Max().ShouldBeInRange(650, 761);
        // The town of Dalby lies at 344 m on the plain, and 70 km to the south-east of it Toowoomba on the range.
        terrain.HeightM(At(-27.18, 151.26)).ShouldNotBeNull().ShouldBe(344, 5);
        terrain.HeightM(At(-27.56, 151.95)).ShouldNotBeNull().ShouldBe(600, 60);
    }

    private static GeoPoint At(double latitudeDeg, double longitudeDeg) => new(LatitudeDeg: latitudeDeg, LongitudeDeg: longitudeDeg);

    private static double? HeightAt(TerrainFolder terrain, double row, double column) => terrain.HeightM(At(33 - (row / (Side - 1)), 120 + (column / (Side - 1)))) is { } height ? Math.Round(height, 6) : null;

    private static TerrainFolder Open(TemporaryFolder folder)
    {
        var findings = new List<Finding>();
        var terrain = TerrainFolder.Open(folder.FullName, findings).ShouldNotBeNull();
        findings.ShouldBeEmpty();
        return terrain;
    }

    private static byte[] Tile(Func<int, int, int> heightM)
    {
        var bytes = new byte[2 * Side * Side];
        for (var i = 0; i < Side * Side; i++) BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(2 * i), (short)heightM(i / Side, i % Side));
        return bytes;
    }

    private static void Pack(string path, params (string Name, byte[] Bytes)[] entries)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, bytes) in entries)
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(bytes);
        }
    }
}
