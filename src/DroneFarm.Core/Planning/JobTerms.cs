using DroneFarm.Core.Findings;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Rates;
using DroneFarm.Core.Planning.Sorties;
using DroneFarm.Core.Planning.Swaths;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Spraying.Patterns;

namespace DroneFarm.Core.Planning;

/// <summary>The job as the aircraft can fly it: its speed lowered where the pump or the aircraft asks for it, or an error that says why not.</summary>
/// <param name="Sprayer">With the swath width that is flown.</param>
/// <param name="Job">With the speeds that are flown.</param>
internal sealed record JobTerms(Sprayer Sprayer, Job Job, FlightTimes Times, Prices Prices, IReadOnlyList<Finding> Findings)
{
    private const double SlowestMps = 1.5;

    /// <summary>ARDUPILOT.md point 2: below SPRAY_SPEED_MIN (1 m/s) the pump stops, so nothing near it can be flown with an even dose.</summary>
    public static JobTerms Of(Sprayer owned, Job job, PlanOptions options)
    {
        var findings = new List<Finding>();
        var sprayer = WithinPattern(owned, job, findings);
        double widthM = sprayer.SwathWidthM, speedMps = Math.Min(job.SpeedMps, sprayer.MaxSpeedMps);
        if (!(speedMps > 0) || !(widthM > 0) || !(job.RateLPerHa > 0) || !(sprayer.TankL > 0) || !(sprayer.UsableWh > 0) || !(sprayer.AccelerationMps2 > 0))
            findings.Add(Finding.Error("plan.job.numbers"));
        else
        {
            if (speedMps < job.SpeedMps) findings.Add(Finding.Note("plan.speed.aircraft", $"{job.SpeedMps:F1}", $"{speedMps:F1}"));
            speedMps = WithinPump(sprayer, job, speedMps, options, findings);
        }

        if (job.TransitHeightM < job.HeightM) findings.Add(Finding.Note("plan.transit.height", $"{job.TransitHeightM:F1}", $"{job.HeightM:F1}"));
        if (job.HeightDatum == AltitudeDatum.Terrain) findings.Add(Finding.Warning("plan.height.terrain", $"{job.HeightM:F1}", $"{job.TransitHeightM:F1}"));
        if (Drift.Of(job) is { } drift)
            findings.Add(Finding.Note("plan.drift", $"{job.Wind!.SpeedMps:F1}", $"{job.Wind.FromDeg:F0}", $"{drift.DistanceM:F1}", $"{drift.EdgeM:F1}"));
        var flown = job with
        {
            SpeedMps = speedMps,
            TransitSpeedMps = Math.Min(job.TransitSpeedMps > 0 ? job.TransitSpeedMps : speedMps, sprayer.MaxSpeedMps),
            TransitHeightM = Math.Max(job.TransitHeightM, job.HeightM),
        };
        var times = FlightTimes.Spraying(sprayer, speedMps);
        var worth = job.Prices ?? CoverPrices.Usual;
        var prices = new Prices(times, options.MissedPriceSPerM2 ?? worth.MissedSPerM2, options.DoubledPriceSPerM2 ?? worth.DoubledSPerM2, widthM, widthM * Math.Clamp(options.NarrowestSwathShare, 0.5, 1));
        findings.AddRange(DoseSpeed.Findings(sprayer, flown, widthM, prices.NarrowestM));
        return new JobTerms(sprayer, flown, times, prices, findings);
    }

    /// <summary>A measured pattern says how wide a swath may be at the job's height; where none is even enough the numbers are no job.</summary>
    private static Sprayer WithinPattern(Sprayer sprayer, Job job, List<Finding> findings)
    {
        if (sprayer.Patterns is not { Count: > 0 } patterns) return sprayer;
        if (SwathByHeight.WidthM(patterns, job.HeightM) is not { } measuredM)
        {
            findings.Add(Finding.Error("plan.swath.uneven", $"{100 * EffectiveSwath.UsualCv:F0} %"));
            return sprayer;
        }

        var evenM = Math.Floor((measuredM * 100) + 0.01) / 100;
        var laxM = SwathByHeight.WidthM(patterns, job.HeightM, EffectiveSwath.NyT3213Cv) ?? evenM;
        string[] figures = [$"{evenM:F2}", $"{job.HeightM:F1}", $"{100 * EffectiveSwath.UsualCv:F0} %", $"{laxM:F2}", $"{100 * EffectiveSwath.NyT3213Cv:F0} %", $"{sprayer.SwathWidthM:F2}"];
        var tooWide = sprayer.SwathWidthM > evenM;
        findings.Add(tooWide ? Finding.Warning("plan.swath.too-wide", figures) : Finding.Note("plan.swath.measured", figures));
        return tooWide || sprayer.SwathWidthM <= 0 ? sprayer with { SwathWidthM = evenM } : sprayer;
    }

    private static double WithinPump(Sprayer sprayer, Job job, double speedMps, PlanOptions options, List<Finding> findings)
    {
        var widthM = sprayer.SwathWidthM;
        var flow = Dose.FlowLPerMin(job.RateLPerHa, widthM, speedMps);
        if (flow > sprayer.PumpMaxFlowLPerMin)
        {
            var slowerMps = Math.Floor(Dose.SpeedMps(sprayer.PumpMaxFlowLPerMin, job.RateLPerHa, widthM) * 100) / 100;
            var enough = slowerMps >= SlowestMps;
            var code = enough ? "plan.flow.slower" : "plan.flow.over";
            findings.Add((enough ? Finding.Note(code) : Finding.Error(code)) with
            {
                Text = Text.Phrase.Of(code, $"{flow:F2}", $"{sprayer.PumpMaxFlowLPerMin:F2}", $"{job.SpeedMps:F1}", $"{slowerMps:F2}", $"{SlowestMps:F1}"),
            });
            return enough ? slowerMps : speedMps;
        }

        var leastFlow = flow * Math.Clamp(options.NarrowestSwathShare, 0.5, 1);
        if (leastFlow < sprayer.PumpMinFlowLPerMin)
            findings.Add(Finding.Warning("plan.flow.under", $"{leastFlow:F2}", $"{sprayer.PumpMinFlowLPerMin:F2}"));
        return speedMps;
    }
}
