namespace DroneFarm.Storage.Formats.Projections;

/// <summary>The system of a file's coordinates.</summary>
/// <param name="Crs">Null for longitude and latitude on WGS84 or a datum that agrees with it.</param>
internal sealed record CrsChoice(Crs? Crs)
{
    public static CrsChoice InDegrees { get; } = new((Crs?)null);
}
