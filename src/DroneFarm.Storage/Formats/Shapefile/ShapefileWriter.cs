using System.IO.Compression;
using System.Text;
using DroneFarm.Core.Geo;
using DroneFarm.Storage.Formats.Maps;

namespace DroneFarm.Storage.Formats.Shapefile;

/// <summary>A map as a zip of shapefiles: one for each layer and kind of geometry, for a shapefile has one kind only. Text is UTF-8, with a .cpg that says so; degrees are WGS84.</summary>
internal static class ShapefileWriter
{
    private const string Wgs84 =
        "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    public static void Write(Stream stream, MapSheet sheet)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var layer in sheet.Layers)
        {
            var kinds = layer.GroupBy(f => ShpWriter.TypeOf(f.Shape)).OrderByDescending(g => g.Key).ToList();
            foreach (var kind in kinds) WriteOne(zip, kinds.Count == 1 ? layer.Key : $"{layer.Key}-{ShpWriter.WordOf(kind.Key)}", kind.Key, [.. kind], sheet.Frame);
        }
    }

    private static void WriteOne(ZipArchive zip, string name, int type, List<MapFeature> features, LocalFrame frame)
    {
        var (shp, shx) = ShpWriter.Write(type, [.. features.Select(f => f.Shape)], frame);
        Add(".shp", shp);
        Add(".shx", shx);
        Add(".dbf", DbfWriter.Write([.. features.Select(f => f.Facts)]));
        Add(".prj", Encoding.ASCII.GetBytes(Wgs84));
        Add(".cpg", "UTF-8"u8.ToArray());

        void Add(string ending, byte[] bytes)
        {
            using var entry = zip.CreateEntry(name + ending).Open();
            entry.Write(bytes);
        }
    }
}
