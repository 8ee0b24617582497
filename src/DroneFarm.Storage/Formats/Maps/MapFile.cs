using DroneFarm.Storage.Formats.GeoPackage;
using DroneFarm.Storage.Formats.Kml;
using DroneFarm.Storage.Formats.Shapefile;

namespace DroneFarm.Storage.Formats.Maps;

/// <summary>Writes a map in the format that its reader wants, in longitude and latitude on WGS84.</summary>
public static class MapFile
{
    private static readonly (string Ending, MapFormat Format)[] Endings =
    [
        (".geojson", MapFormat.GeoJson), (".json", MapFormat.GeoJson), (".kml", MapFormat.Kml), (".kmz", MapFormat.Kmz), (".gpkg", MapFormat.GeoPackage), (".zip", MapFormat.Shapefile),
    ];

    /// <summary>Null for an ending of none of them.</summary>
    public static MapFormat? FormatOf(string path)
    {
        foreach (var (ending, format) in Endings)
        {
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return format;
        }

        return null;
    }

    /// <exception cref="IOException">The file cannot be written; an older one is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or file is read-only.</exception>
    public static void Write(string path, MapSheet sheet, MapFormat format) => WholeFile.Write(path, stream => Write(stream, sheet, format));

    public static void Write(Stream stream, MapSheet sheet, MapFormat format)
    {
        switch (format)
        {
            case MapFormat.GeoJson:
                using (var json = new GeoJsonWriter(stream, sheet.Frame, sheet.Name, sheet.MadeUp))
                {
                    foreach (var feature in sheet.Features) json.Feature(feature.Layer, feature.Shape, [.. feature.Properties]);
                }

                break;
            case MapFormat.Kml: KmlWriter.Write(stream, sheet); break;
            case MapFormat.Kmz: KmlWriter.WriteZipped(stream, sheet); break;
            case MapFormat.Shapefile: ShapefileWriter.Write(stream, sheet); break;
            case MapFormat.GeoPackage: GeoPackageWriter.Write(stream, sheet); break;
            default: throw new ArgumentOutOfRangeException(nameof(format), format, "no such format");
        }
    }
}
