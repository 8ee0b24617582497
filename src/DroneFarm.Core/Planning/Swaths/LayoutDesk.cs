using System.Runtime.InteropServices;
using DroneFarm.Core.Planning.Ground;

namespace DroneFarm.Core.Planning.Swaths;

/// <summary>Lays out and prices swaths over one area; its arrays are used again for the next trial, so it belongs to one thread.</summary>
internal sealed class LayoutDesk(Rings area, double areaM2, Prices prices)
{
    /// <summary>A shorter piece of a bent strip is left out: it would be lost in the rounding of mission coordinates.</summary>
    private const double ShortestPieceM = 0.5;

    private readonly List<StripScan> scans = [new()];
    private readonly List<WetBands> wets = [new()];
    private readonly EdgeBander bander = new(area, prices);
    private readonly List<Stretch> stretches = [];
    private readonly List<StripSwath> run = [];
    private double runM, runDryM2, runWetM2, runCornersS, dryM2, wetM2, seconds, lastFromS, lastToS, beforeS;
    private int lastStrip;

    public Rings Area => area;

    public double AreaM2 => areaM2;

    public Prices Prices => prices;

    /// <summary>Strips of <paramref name="widthM"/> from <paramref name="firstDepthM"/> up, cut back where edge bands are wet.</summary>
    /// <param name="into">Gets the swaths of each strip, when they are wanted and not only their price.</param>
    public LayoutScore Lay(Lanes lanes, double widthM, double firstDepthM, double pitchM, int count, EdgeBands edges, List<StripSwath>? into = null)
    {
        for (var s = scans.Count; s < lanes.SectorCount; s++) (_, _) = (Add(scans), Add(wets));
        for (var s = 0; s < lanes.SectorCount; s++)
        {
            scans[s].Run(lanes.Sector(s), lanes.BaseV(s) + firstDepthM, pitchM, widthM, count);
            wets[s].Load(edges.Passes, widthM, lanes.Sector(s));
        }

        (dryM2, wetM2, seconds, lastStrip) = (edges.DryM2, edges.WetM2, edges.Seconds, -1);
        for (var strip = 0; strip < count; strip++)
        {
            beforeS = double.NaN;
            for (var s = 0; s < lanes.SectorCount; s++) Lay(lanes, s, strip, firstDepthM + (strip * pitchM), widthM, pitchM, into);
            EndRun(lanes, widthM, pitchM, into);
        }

        if (pitchM < widthM) Overlap(lanes, firstDepthM + (widthM / 2), pitchM, widthM, count);
        return new LayoutScore(Math.Max(0, areaM2 - dryM2), wetM2, seconds);

        static T Add<T>(List<T> list) where T : new()
        {
            list.Add(new T());
            return list[^1];
        }
    }

    /// <summary>Bands along the given sides, joined where they can be.</summary>
    /// <param name="wetted">Passes laid before, which the bands are cut back at.</param>
    public EdgeBands Band(IReadOnlyList<Side> sides, double widthM, IReadOnlyList<Pass> wetted) => bander.Lay(sides, widthM, wetted);

    private void Lay(Lanes lanes, int sector, int strip, double lowM, double widthM, double pitchM, List<StripSwath>? into)
    {
        var axisM = lowM + (widthM / 2);
        var range = lanes.Range(sector, axisM);
        stretches.Clear();
        foreach (ref readonly var free in scans[sector].Free(strip))
        {
            var inSector = new Span(Math.Max(free.FromU, range.FromU), Math.Min(free.ToU, range.ToU));
            if (inSector.LengthM < ShortestPieceM) continue;
            if (wets[sector].Any) wets[sector].Trim(inSector, lanes.BaseV(sector) + lowM, widthM, prices, stretches);
            else stretches.Add(new Stretch(inSector, inSector.LengthM * widthM, 0));
        }

        foreach (ref readonly var stretch in CollectionsMarshal.AsSpan(stretches))
        {
            if (stretch.Span.LengthM < ShortestPieceM) continue;
            var joins = run.Count > 0 && run[^1].Sector == sector - 1 && stretch.Span.FromU == range.FromU && run[^1].Span.ToU == lanes.Range(sector - 1, axisM).ToU;
            if (joins)
            {
                var cornerRad = lanes.CornerRad(sector - 1);
                var sharedM2 = widthM * widthM / 4 * Math.Tan(cornerRad / 2);
                (runDryM2, runWetM2, runCornersS) = (runDryM2 - sharedM2, runWetM2 + sharedM2, runCornersS + prices.Times.CornerS(cornerRad));
            }
            else
            {
                EndRun(lanes, widthM, pitchM, into);
            }

            run.Add(new StripSwath(strip, sector, stretch.Span, axisM, joins));
            (runM, runDryM2, runWetM2) = (runM + stretch.Span.LengthM, runDryM2 + stretch.DryM2, runWetM2 + stretch.WetM2);
        }
    }

    /// <summary>Takes what was joined, if it is worth its time.</summary>
    private void EndRun(Lanes lanes, double widthM, double pitchM, List<StripSwath>? into)
    {
        if (run.Count == 0) return;
        if (prices.GainS(runM, runDryM2, runWetM2, widthM) > runCornersS)
        {
            var (strip, fromS, toS) = (run[0].Strip, lanes.AlongM(run[0].Sector, run[0].Span.FromU), lanes.AlongM(run[^1].Sector, run[^1].Span.ToU));
            into?.AddRange(run);
            dryM2 += runDryM2;
            wetM2 += runWetM2;
            seconds += prices.Times.LegS(runM) + runCornersS;
            if (!double.IsNaN(beforeS)) seconds += prices.Times.HopS(fromS - beforeS);
            else if (lastStrip >= 0) seconds += SidestepS(strip, fromS, toS, pitchM);
            beforeS = toS;
            if (lastStrip != strip) (lastFromS, lastStrip) = (fromS, strip);
            lastToS = toS;
        }

        run.Clear();
        (runM, runDryM2, runWetM2, runCornersS) = (0, 0, 0, 0);
    }

    private double SidestepS(int strip, double fromS, double toS, double pitchM)
    {
        double alongM = strip % 2 == 0 ? fromS - lastFromS : toS - lastToS, acrossM = (strip - lastStrip) * pitchM;
        return prices.Times.HopS(Math.Sqrt((alongM * alongM) + (acrossM * acrossM)));
    }

    private void Overlap(Lanes lanes, double firstAxisM, double pitchM, double widthM, int count)
    {
        for (var s = 0; s < lanes.SectorCount; s++)
        {
            for (var strip = 0; strip + 1 < count; strip++)
            {
                var range = lanes.Range(s, firstAxisM + (strip * pitchM));
                foreach (ref readonly var a in scans[s].Free(strip))
                {
                    foreach (ref readonly var b in scans[s].Free(strip + 1))
                    {
                        var sharedM = Math.Min(Math.Min(a.ToU, b.ToU), range.ToU) - Math.Max(Math.Max(a.FromU, b.FromU), range.FromU);
                        var sharedM2 = Math.Max(0, sharedM) * (widthM - pitchM);
                        (dryM2, wetM2) = (dryM2 - sharedM2, wetM2 + sharedM2);
                    }
                }
            }
        }
    }
}
