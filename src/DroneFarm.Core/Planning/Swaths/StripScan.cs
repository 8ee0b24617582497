using DroneFarm.Core.Planning.Ground;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>
/// Cuts an area into parallel strips and finds, exactly, on which stretches a strip lies in the area with its whole width:
/// the strip's axis less the shadow of every edge that enters the strip. Where no edge is, the strip is wholly in or wholly out,
/// and the number of edges that crossed its middle before says which.
/// </summary>
/// <remarks>
/// Each edge is clipped once to each strip that it meets, and what is found is put in order strip by strip, so that the cost is the number of meetings.
/// One scan per thread; its arrays are used again.
/// </remarks>
internal sealed class StripScan
{
    /// <summary>Swaths keep this far inside, so that rounding in files cannot put them outside, metres.</summary>
    public const double HairM = 0.001;

    /// <summary>Up to here putting a shadow in its place by hand is quicker than a call of the library's sort.</summary>
    private const int FewShadows = 24;

    private Shadow[] found = new Shadow[64], ordered = new Shadow[64];
    private Span[] spans = new Span[64];
    private int[] next = new int[17], first = new int[17];
    private int foundCount, spanCount;

    public int StripCount { get; private set; }

    /// <summary>The free stretches of one strip, from left to right.</summary>
    public ReadOnlySpan<Span> Free(int strip) => spans.AsSpan(first[strip], first[strip + 1] - first[strip]);

    /// <param name="firstV">Lower side of the lowest strip.</param>
    /// <param name="pitchM">From one strip to the next; less than the width where strips overlap.</param>
    public void Run(TurnedRings area, double firstV, double pitchM, double widthM, int count)
    {
        (StripCount, foundCount, spanCount) = (count, 0, 0);
        if (first.Length < count + 1) (first, next) = (new int[count + 1 + (count / 2)], new int[count + 1 + (count / 2)]);
        Array.Clear(next, 0, count + 1);
        Cast(area, firstV - HairM, pitchM, widthM + (2 * HairM), count);
        Order(count);
        for (var strip = 0; strip < count; strip++)
        {
            first[strip] = spanCount;
            Sweep(ordered.AsSpan(strip == 0 ? 0 : next[strip - 1], next[strip] - (strip == 0 ? 0 : next[strip - 1])));
        }

        first[count] = spanCount;
    }

    private void Cast(TurnedRings area, double firstV, double pitchM, double widthM, int count)
    {
        double[] u = area.U, v = area.V;
        var starts = area.Rings.Starts;
        var perPitch = 1 / pitchM;
        for (var ring = 0; ring + 1 < starts.Length; ring++)
        {
            for (var i = starts[ring]; i + 1 < starts[ring + 1]; i++)
            {
                double u1 = u[i], v1 = v[i], u2 = u[i + 1], v2 = v[i + 1];
                if (v1 > v2) (u1, v1, u2, v2) = (u2, v2, u1, v1);
                var from = Math.Max(0, (int)Math.Floor((v1 - firstV - widthM) * perPitch));
                var to = Math.Min(count - 1, (int)Math.Floor((v2 - firstV) * perPitch));
                var slope = v2 > v1 ? (u2 - u1) / (v2 - v1) : 0;
                for (var strip = from; strip <= to; strip++)
                {
                    double low = firstV + (strip * pitchM), high = low + widthM, middle = low + (widthM / 2);
                    if (v2 <= low || v1 >= high) continue;
                    var ua = v1 >= low ? u1 : u1 + ((low - v1) * slope);
                    var ub = v2 <= high ? u2 : u1 + ((high - v1) * slope);
                    if (foundCount == found.Length) Array.Resize(ref found, 2 * foundCount);
                    found[foundCount++] = new Shadow(strip, Math.Min(ua, ub), Math.Max(ua, ub), v1 <= middle != v2 <= middle);
                    next[strip + 1]++;
                }
            }
        }
    }

    /// <summary>Strip by strip, and in each from left to right. Afterwards <see cref="next"/> says where each strip ends.</summary>
    private void Order(int count)
    {
        if (ordered.Length < foundCount) ordered = new Shadow[found.Length];
        for (var strip = 0; strip < count; strip++) next[strip + 1] += next[strip];
        for (var i = 0; i < foundCount; i++) ordered[next[found[i].Strip]++] = found[i];
        for (int strip = 0, from = 0; strip < count; from = next[strip++])
        {
            var shadows = ordered.AsSpan(from, next[strip] - from);
            if (shadows.Length > FewShadows) shadows.Sort(static (a, b) => a.FromU.CompareTo(b.FromU));
            else Insert(shadows);
        }
    }

    private static void Insert(Span<Shadow> shadows)
    {
        for (var i = 1; i < shadows.Length; i++)
        {
            var shadow = shadows[i];
            var to = i;
            for (; to > 0 && shadows[to - 1].FromU > shadow.FromU; to--) shadows[to] = shadows[to - 1];
            shadows[to] = shadow;
        }
    }

    private void Sweep(ReadOnlySpan<Shadow> shadows)
    {
        var (inside, reachedU) = (false, double.NegativeInfinity);
        foreach (ref readonly var shadow in shadows)
        {
            if (inside && shadow.FromU - reachedU > 4 * HairM)
            {
                if (spanCount == spans.Length) Array.Resize(ref spans, 2 * spanCount);
                spans[spanCount++] = new Span(reachedU + HairM, shadow.FromU - HairM);
            }

            if (shadow.ToU > reachedU) reachedU = shadow.ToU;
            inside ^= shadow.CrossesMiddle;
        }
    }

    /// <summary>What an edge takes from a strip.</summary>
    private readonly record struct Shadow(int Strip, double FromU, double ToU, bool CrossesMiddle);
}
