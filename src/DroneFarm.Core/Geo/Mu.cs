namespace DroneFarm.Core.Geo;

/// <summary>The mu (亩), China's unit of field area: 1 mu = 1/15 ha. SI inside; these conversions belong to the edges.</summary>
public static class Mu
{
    public const double SquareMetres = 10_000.0 / 15;

    public static double FromSquareMetres(double areaM2) => areaM2 / SquareMetres;

    public static double ToSquareMetres(double mu) => mu * SquareMetres;

    /// <summary>An application rate: 1 L/mu = 15 L/ha.</summary>
    public static double RateLPerHa(double litresPerMu) => litresPerMu * 15;

    public static double RateLPerMu(double rateLPerHa) => rateLPerHa / 15;
}
