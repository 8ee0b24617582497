using System.Runtime.InteropServices;
using DroneFarm.Core.Planning.Ground;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>Lays out and prices swaths over one area; its arrays are used again for the next trial, so it belongs to one thread.</summary>
internal sealed class LayoutDesk(Rings area, double areaM2, Prices prices)
{
    private readonly StripScan scan = new();
    private readonly WetBands wet = new();
    private readonly EdgeBander bander = new(area, prices);
    private readonly List<Stretch> stretches = [];

    public Rings Area => area;

    public double AreaM2 => areaM2;

    public Prices Prices => prices;

    /// <summary>Strips of <paramref name="widthM"/> from <paramref name="firstV"/> up, cut back where edge bands are wet.</summary>
    /// <param name="into">Gets the swaths of each strip, when they are wanted and not only their price.</param>
    public LayoutScore Lay(TurnedRings turned, double widthM, double firstV, double pitchM, int count, EdgeBands edges, List<StripSwath>? into = null)
    {
        scan.Run(turned, firstV, pitchM, widthM, count);
        wet.Load(edges.Passes, widthM, turned);
        var (dryM2, wetM2, seconds) = (edges.DryM2, edges.WetM2, edges.Seconds);
        var (lastFrom, lastTo, lastStrip) = (0.0, 0.0, -1);
        for (var strip = 0; strip < count; strip++)
        {
            var low = firstV + (strip * pitchM);
            stretches.Clear();
            foreach (ref readonly var free in scan.Free(strip))
            {
                if (wet.Any) wet.Trim(free, low, widthM, prices, stretches);
                else stretches.Add(new Stretch(free, free.LengthM * widthM, 0));
            }

            var before = double.NaN;
            foreach (ref readonly var stretch in CollectionsMarshal.AsSpan(stretches))
            {
                var span = stretch.Span;
                if (prices.GainS(span.LengthM, stretch.DryM2, stretch.WetM2, widthM) <= 0) continue;
                into?.Add(new StripSwath(strip, span, low + (widthM / 2)));
                dryM2 += stretch.DryM2;
                wetM2 += stretch.WetM2;
                seconds += prices.Times.LegS(span.LengthM);
                seconds += double.IsNaN(before) ? SidestepS(span, strip) : prices.Times.HopS(span.FromU - before);
                before = span.ToU;
                if (lastStrip != strip) (lastFrom, lastStrip) = (span.FromU, strip);
                lastTo = span.ToU;
            }
        }

        if (pitchM < widthM) (dryM2, wetM2) = Overlap(dryM2, wetM2, widthM - pitchM, count);
        return new LayoutScore(Math.Max(0, areaM2 - dryM2), wetM2, seconds);

        double SidestepS(Span span, int strip)
        {
            if (lastStrip < 0) return 0;
            var alongM = strip % 2 == 0 ? span.FromU - lastFrom : span.ToU - lastTo;
            var acrossM = (strip - lastStrip) * pitchM;
            return prices.Times.HopS(Math.Sqrt((alongM * alongM) + (acrossM * acrossM)));
        }
    }

    /// <summary>Bands along the given sides, joined where they can be.</summary>
    public EdgeBands Band(IReadOnlyList<Side> sides, double widthM) => bander.Lay(sides, widthM);

    private (double DryM2, double WetM2) Overlap(double dryM2, double wetM2, double overlapM, int count)
    {
        for (var strip = 0; strip + 1 < count; strip++)
        {
            foreach (ref readonly var a in scan.Free(strip))
            {
                foreach (ref readonly var b in scan.Free(strip + 1))
                {
                    var sharedM2 = Math.Max(0, Math.Min(a.ToU, b.ToU) - Math.Max(a.FromU, b.FromU)) * overlapM;
                    (dryM2, wetM2) = (dryM2 - sharedM2, wetM2 + sharedM2);
                }
            }
        }

        return (dryM2, wetM2);
    }
}
