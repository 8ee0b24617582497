using DroneFarm.Core.Planning.Ground;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>The ground of one swath in a turned frame: a rectangle, its corners in order.</summary>
internal readonly record struct Quad(double U0, double V0, double U1, double V1, double U2, double V2, double U3, double V3)
{
    public double MinU => Math.Min(Math.Min(U0, U1), Math.Min(U2, U3));

    public double MaxU => Math.Max(Math.Max(U0, U1), Math.Max(U2, U3));

    public double MinV => Math.Min(Math.Min(V0, V1), Math.Min(V2, V3));

    public double MaxV => Math.Max(Math.Max(V0, V1), Math.Max(V2, V3));

    public (double U, double V) this[int corner] => corner switch { 0 => (U0, V0), 1 => (U1, V1), 2 => (U2, V2), _ => (U3, V3) };

    public static Quad Of(in Pass pass, double widthM, TurnedRings frame)
    {
        var (au, av) = frame.FromLocal(pass.Start);
        var (bu, bv) = frame.FromLocal(pass.End);
        double du = bu - au, dv = bv - av, length = Math.Sqrt((du * du) + (dv * dv));
        if (length <= 0) return new Quad(au, av, au, av, au, av, au, av);
        double su = -dv / length * widthM / 2, sv = du / length * widthM / 2;
        return new Quad(au - su, av - sv, bu - su, bv - sv, bu + su, bv + sv, au + su, av + sv);
    }

    /// <summary>What the line at <paramref name="u"/> across the strips meets of it, from low to high V; null when it misses.</summary>
    public Span? Across(double u)
    {
        double low = double.MaxValue, high = double.MinValue;
        for (var k = 0; k < 4; k++)
        {
            var (u1, v1) = this[k];
            var (u2, v2) = this[(k + 1) & 3];
            if (u1 <= u == u2 <= u) continue;
            var v = v1 + ((u - u1) / (u2 - u1) * (v2 - v1));
            low = Math.Min(low, v);
            high = Math.Max(high, v);
        }

        return high > low ? new Span(low, high) : null;
    }
}
