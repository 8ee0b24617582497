using DroneFarm.Core.Planning.Ground;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>
/// Swaths that are already laid, turned into the direction of strips that cross them: says how much of a strip's width is wet
/// at each place, exactly, and cuts away what does not pay to spray again.
/// </summary>
internal sealed class WetBands
{
    private readonly List<Quad> quads = [];
    private readonly List<Quad> near = [];
    private readonly List<double> breaks = [];

    public bool Any => quads.Count > 0;

    public void Load(IReadOnlyList<Pass> passes, double widthM, TurnedRings frame)
    {
        quads.Clear();
        for (var i = 0; i < passes.Count; i++) quads.Add(Quad.Of(passes[i], widthM, frame));
    }

    /// <summary>Only what may meet the one strip with its axis at <paramref name="axisV"/>.</summary>
    public void Load(IReadOnlyList<Pass> passes, double widthM, TurnedRings frame, double axisV)
    {
        quads.Clear();
        for (var i = 0; i < passes.Count; i++)
        {
            double startM = frame.FromLocal(passes[i].Start).V - axisV, endM = frame.FromLocal(passes[i].End).V - axisV;
            if (Math.Max(startM, endM) > -widthM && Math.Min(startM, endM) < widthM) quads.Add(Quad.Of(passes[i], widthM, frame));
        }
    }

    /// <summary>The parts of a free stretch that are worth spraying.</summary>
    /// <param name="kept">Gets them, with their dry and wet ground.</param>
    public void Trim(Span free, double low, double widthM, in Prices prices, List<Stretch> kept)
    {
        var high = low + widthM;
        near.Clear();
        foreach (var quad in quads)
        {
            if (quad.MaxU > free.FromU && quad.MinU < free.ToU && quad.MaxV > low && quad.MinV < high) near.Add(quad);
        }

        if (near.Count == 0)
        {
            kept.Add(new Stretch(free, free.LengthM * widthM, 0));
            return;
        }

        SetBreaks(free, low, high);
        var dryEnough = prices.DryShareWorthSpraying(widthM);
        var firstKept = kept.Count;
        for (var i = 0; i + 1 < breaks.Count; i++)
        {
            double from = breaks[i], to = breaks[i + 1], length = to - from;
            if (length < 1e-9) continue;
            double a = DryShare(from + (1e-6 * length), low, high), b = DryShare(to - (1e-6 * length), low, high);
            if (Worth(from, to, a, b, dryEnough) is not { } piece) continue;
            double dryA = a + ((b - a) * (piece.FromU - from) / length), dryB = a + ((b - a) * (piece.ToU - from) / length);
            double areaM2 = piece.LengthM * widthM, dryM2 = areaM2 * (dryA + dryB) / 2;
            Keep(new Stretch(piece, dryM2, areaM2 - dryM2), widthM, prices, kept, firstKept);
        }
    }

    /// <summary>Joins a stretch to the one before where stopping and starting would cost more than the ground doubled between them.</summary>
    private static void Keep(in Stretch stretch, double widthM, in Prices prices, List<Stretch> kept, int firstKept)
    {
        if (kept.Count > firstKept)
        {
            var before = kept[^1];
            var gapM2 = (stretch.Span.FromU - before.Span.ToU) * widthM;
            if (gapM2 * prices.DoubledSPerM2 <= prices.RestartS)
            {
                kept[^1] = new Stretch(new Span(before.Span.FromU, stretch.Span.ToU), before.DryM2 + stretch.DryM2, before.WetM2 + gapM2 + stretch.WetM2);
                return;
            }
        }

        kept.Add(stretch);
    }

    private static Span? Worth(double from, double to, double a, double b, double dryEnough)
    {
        if (a < dryEnough && b < dryEnough) return null;
        if (a >= dryEnough && b >= dryEnough) return new Span(from, to);
        var turnU = from + ((to - from) * (dryEnough - a) / (b - a));
        return a >= dryEnough ? new Span(from, turnU) : new Span(turnU, to);
    }

    private void SetBreaks(Span free, double low, double high)
    {
        breaks.Clear();
        breaks.Add(free.FromU);
        breaks.Add(free.ToU);
        foreach (var quad in near)
        {
            for (var k = 0; k < 4; k++)
            {
                var (u1, v1) = quad[k];
                var (u2, v2) = quad[(k + 1) & 3];
                Break(u1, free);
                if (v1 < low != v2 < low) Break(u1 + ((low - v1) / (v2 - v1) * (u2 - u1)), free);
                if (v1 < high != v2 < high) Break(u1 + ((high - v1) / (v2 - v1) * (u2 - u1)), free);
            }
        }

        breaks.Sort();
    }

    private void Break(double u, Span free)
    {
        if (u > free.FromU && u < free.ToU) breaks.Add(u);
    }

    private double DryShare(double u, double low, double high)
    {
        // Few bands meet in one place: the union is found by walking up from the strip's lower side.
        var (dryM, reachedV) = (0.0, low);
        while (reachedV < high)
        {
            var (nextLow, covers) = (high, reachedV);
            foreach (var quad in near)
            {
                if (quad.Across(u) is not { } wet || wet.ToU <= reachedV) continue;
                if (wet.FromU <= reachedV) covers = Math.Max(covers, wet.ToU);
                else nextLow = Math.Min(nextLow, wet.FromU);
            }

            if (covers > reachedV) reachedV = covers;
            else (dryM, reachedV) = (dryM + nextLow - reachedV, nextLow);
        }

        return dryM / (high - low);
    }
}
