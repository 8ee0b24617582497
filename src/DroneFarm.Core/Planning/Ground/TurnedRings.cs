using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning.Ground;

/// <summary><see cref="Rings"/> turned so that swaths of one direction run along U, with V to their left.</summary>
internal sealed class TurnedRings
{
    private readonly double sin, cos;

    /// <param name="turnRad">Of the swaths' direction, counter-clockwise from east.</param>
    public TurnedRings(Rings rings, double turnRad)
    {
        (Rings, TurnRad) = (rings, turnRad);
        (sin, cos) = Math.SinCos(turnRad);
        double[] x = rings.X, y = rings.Y, u = new double[x.Length], v = new double[x.Length];
        double minV = double.MaxValue, maxV = double.MinValue;
        for (var i = 0; i < x.Length; i++)
        {
            u[i] = (x[i] * cos) + (y[i] * sin);
            var across = (y[i] * cos) - (x[i] * sin);
            v[i] = across;
            if (across < minV) minV = across;
            if (across > maxV) maxV = across;
        }

        (U, V, MinV, MaxV) = (u, v, minV, maxV);
    }

    public Rings Rings { get; }

    public double TurnRad { get; }

    public double[] U { get; }

    public double[] V { get; }

    public double MinV { get; }

    public double MaxV { get; }

    public LocalPoint ToLocal(double u, double v) => new((u * cos) - (v * sin), (u * sin) + (v * cos));

    public (double U, double V) FromLocal(LocalPoint point) =>
        ((point.EastM * cos) + (point.NorthM * sin), (point.NorthM * cos) - (point.EastM * sin));
}
