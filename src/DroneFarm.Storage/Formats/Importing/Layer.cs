using DroneFarm.Core.Findings;

namespace DroneFarm.Storage.Formats.Importing;

/// <summary>Features of one file, or of one table of it, with the system of their coordinates.</summary>
/// <param name="Projection">What a .prj or the like says, and where that stands; null for degrees, or for what the file itself names.</param>
internal sealed record Layer(FileKind Kind, GeoFile File, (string Name, string Wkt)? Projection = null)
{
    /// <summary>In longitude and latitude on WGS84; null, and an error among the findings, when that is not to be had.</summary>
    public Layer? ToWgs84(Datum? datum, List<Finding> findings) =>
        new Georeference(File, findings).ToWgs84(datum, Projection) is { } placed ? new Layer(Kind, placed) : null;
}
