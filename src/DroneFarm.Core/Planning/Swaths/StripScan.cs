using System.Runtime.InteropServices;
using DroneFarm.Core.Planning.Ground;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>
/// Cuts an area into parallel strips and finds, exactly, on which stretches a strip lies in the area with its whole width:
/// the strip's axis less the shadow of every edge that enters the strip. Where no edge is, the strip is wholly in or wholly out,
/// and the number of edges that crossed its middle before says which.
/// </summary>
/// <remarks>Each edge is clipped once to each strip that it meets, so that the cost is the number of meetings. One scan per thread; its arrays are used again.</remarks>
internal sealed class StripScan
{
    /// <summary>Swaths keep this far inside, so that rounding in files cannot put them outside, metres.</summary>
    public const double HairM = 0.001;

    private readonly List<Shadow> shadows = [];
    private readonly List<Span> spans = [];
    private int[] first = new int[16];

    public int StripCount { get; private set; }

    /// <summary>The free stretches of one strip, from left to right.</summary>
    public ReadOnlySpan<Span> Free(int strip) => CollectionsMarshal.AsSpan(spans)[first[strip]..first[strip + 1]];

    /// <param name="firstV">Lower side of the lowest strip.</param>
    /// <param name="pitchM">From one strip to the next; less than the width where strips overlap.</param>
    public void Run(TurnedRings area, double firstV, double pitchM, double widthM, int count)
    {
        shadows.Clear();
        spans.Clear();
        StripCount = count;
        if (first.Length < count + 1) first = new int[count + 1 + (count / 2)];
        Cast(area, firstV - HairM, pitchM, widthM + (2 * HairM), count);
        CollectionsMarshal.AsSpan(shadows).Sort();
        var next = 0;
        for (var strip = 0; strip < count; strip++)
        {
            first[strip] = spans.Count;
            next = Sweep(strip, next);
        }

        first[count] = spans.Count;
    }

    private void Cast(TurnedRings area, double firstV, double pitchM, double widthM, int count)
    {
        double[] u = area.U, v = area.V;
        var starts = area.Rings.Starts;
        for (var ring = 0; ring + 1 < starts.Length; ring++)
        {
            for (var i = starts[ring]; i + 1 < starts[ring + 1]; i++)
            {
                double u1 = u[i], v1 = v[i], u2 = u[i + 1], v2 = v[i + 1];
                if (v1 > v2) (u1, v1, u2, v2) = (u2, v2, u1, v1);
                var from = Math.Max(0, (int)Math.Floor((v1 - firstV - widthM) / pitchM));
                var to = Math.Min(count - 1, (int)Math.Floor((v2 - firstV) / pitchM));
                var slope = v2 > v1 ? (u2 - u1) / (v2 - v1) : 0;
                for (var strip = from; strip <= to; strip++)
                {
                    double low = firstV + (strip * pitchM), high = low + widthM, middle = low + (widthM / 2);
                    if (v2 <= low || v1 >= high) continue;
                    var ua = v1 >= low ? u1 : u1 + ((low - v1) * slope);
                    var ub = v2 <= high ? u2 : u1 + ((high - v1) * slope);
                    shadows.Add(new Shadow(strip, Math.Min(ua, ub), Math.Max(ua, ub), v1 <= middle != v2 <= middle));
                }
            }
        }
    }

    private int Sweep(int strip, int next)
    {
        var all = CollectionsMarshal.AsSpan(shadows);
        var (inside, reachedU) = (false, double.NegativeInfinity);
        for (; next < all.Length && all[next].Strip == strip; next++)
        {
            ref readonly var shadow = ref all[next];
            if (inside && shadow.FromU - reachedU > 4 * HairM) spans.Add(new Span(reachedU + HairM, shadow.FromU - HairM));
            if (shadow.ToU > reachedU) reachedU = shadow.ToU;
            inside ^= shadow.CrossesMiddle;
        }

        return next;
    }

    /// <summary>What an edge takes from a strip.</summary>
    private readonly record struct Shadow(int Strip, double FromU, double ToU, bool CrossesMiddle) : IComparable<Shadow>
    {
        public int CompareTo(Shadow other) => Strip != other.Strip ? Strip.CompareTo(other.Strip) : FromU.CompareTo(other.FromU);
    }
}
