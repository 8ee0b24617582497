using DroneFarm.Core.Geo;

namespace DroneFarm.FirmwareSim.Body;

/// <summary>Steady wind with gusts: an Ornstein-Uhlenbeck process of 3 s correlation time, the same for the same seed. Calm until set.</summary>
internal sealed class Wind(int seed)
{
    private const double CorrelationS = 3;

    private readonly Random random = new(seed);
    private LocalVector mean;
    private double gustMps;
    private LocalVector gust;

    /// <summary>Air movement over ground now, m/s (towards, not from).</summary>
    public LocalVector NowMps => mean + gust;

    public double MeanMps => mean.LengthM;

    /// <summary>The direction the mean wind comes from.</summary>
    public Heading From => mean.LengthM > 0 ? (-mean).Heading : default;

    public void Set(double speedMps, Heading from, double gustDeviationMps)
    {
        mean = from.ToVector() * -speedMps;
        gustMps = gustDeviationMps;
        if (gustMps <= 0) gust = default;
    }

    public void Step(double dtS)
    {
        if (gustMps <= 0) return;
        var keep = Math.Exp(-dtS / CorrelationS);
        var kick = gustMps * Math.Sqrt(1 - (keep * keep));
        gust = (gust * keep) + new LocalVector(Normal() * kick, Normal() * kick);
    }

    /// <summary>Box and Muller's transform.</summary>
    private double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
