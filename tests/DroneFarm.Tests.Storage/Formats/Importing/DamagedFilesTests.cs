using DroneFarm.Core.Findings;
using DroneFarm.Core.Text;
using DroneFarm.Storage.Formats;
using DroneFarm.Storage.Formats.Importing;
using DroneFarm.Storage.Formats.Maps;

namespace DroneFarm.Tests.Storage.Formats.Importing;

/// <summary>Files that were cut or had bytes changed on their way: never an exception, and what is refused is told.</summary>
public sealed class DamagedFilesTests
{
    [Theory]
    [InlineData(MapFormat.Kml)]
    [InlineData(MapFormat.Kmz)]
    [InlineData(MapFormat.Shapefile)]
    [InlineData(MapFormat.GeoPackage)]
    [InlineData(MapFormat.GeoJson)]
    public void A_damaged_farm_of_ours_never_throws(MapFormat format)
    {
        using var memory = new MemoryStream();
        MapFile.Write(memory, MapSheet.Of(FarmFile.Read(Repository.Sample("farm.geojson")).Farm!), format);
        Damage([new ImportFile("f", memory.ToArray())], seed: 1, times: 150);
    }

    [Theory]
    [InlineData("fields/src/geofileops/polygon-parcel.gpkg")]
    [InlineData("fields/src/fiboa-cli/se/se2023.zip")]
    [InlineData("isoxml/dev4agri-js/2021-04-09T15_33_26_taskdata.zip")]
    [InlineData("isoxml/dev4agri-js/task_with_grid.zip")]
    [InlineData("isoxml/isoxml_dart/folder_test/TASKDATA/TASKDATA.XML")]
    [InlineData("isoxml/dev4agri-dotnet/Grid/Type2_ReadValue/TASKDATA.XML")]
    [InlineData("missions/mavros/simple.plan")]
    [InlineData("missions/pymavlink/fence-110.txt")]
    [InlineData("missions/pymavlink/fence.txt")]
    [InlineData("tiles/brutile-test.mbtiles")]
    [InlineData("vra/kunzhoudk/small/shp/Rx.shp")]
    public void A_damaged_file_of_other_people_never_throws(string file)
    {
        var findings = new List<Finding>();
        Damage(ImportFiles.Of(Repository.Shared(file), findings), seed: 2, times: 60);
    }

    private static void Damage(IReadOnlyList<ImportFile> files, int seed, int times)
    {
        var random = new Random(seed);
        for (var i = 0; i < times; i++)
        {
            var which = random.Next(files.Count);
            var bytes = (byte[])files[which].Bytes.Clone();
            if (bytes.Length == 0) continue;
            if (i % 2 == 0) bytes = bytes[..random.Next(bytes.Length)];
            else for (var flips = 1 + random.Next(8); flips > 0; flips--) bytes[random.Next(Math.Min(bytes.Length, i % 4 == 1 ? 400 : bytes.Length))] ^= (byte)(1 << random.Next(8));
            var read = Importer.Read([.. files.Select((f, n) => n == which ? f with { Bytes = bytes } : f)]);
            (read.Farm is not null || read.Findings.Count > 0 || read.Parts.Count > 0).ShouldBeTrue($"round {i}");
            foreach (var finding in read.Findings) finding.Say(Language.English).ShouldNotBeEmpty();
        }
    }
}
