namespace DroneFarm.Core.Geo;

/// <summary>A height that says above what. Comparing two of different datums is a bug.</summary>
public readonly record struct Altitude(double Metres, AltitudeDatum Datum)
{
    public static Altitude AboveHome(double metres) => new(metres, AltitudeDatum.Home);

    public static Altitude AboveTerrain(double metres) => new(metres, AltitudeDatum.Terrain);

    public static Altitude AboveSea(double metres) => new(metres, AltitudeDatum.Sea);
}
