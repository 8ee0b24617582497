using DroneFarm.Core.Fields;
using DroneFarm.Core.Planning.Ground;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Spraying.Patterns;

namespace DroneFarm.Core.Planning;

/// <summary>
/// How high a field is sprayed whose swaths are narrower than the sprayer's widest: a fan of nozzles is as wide as it is high, so that the band keeps its
/// shape when the height follows in proportion, and drifts less (docs/decisions/0020).
/// </summary>
internal static class SprayHeight
{
    /// <returns>Metres over the crop, in whole centimetres, as the autopilot keeps them; null for the job's own height.</returns>
    public static double? OfM(Sprayer sprayer, Job job, Field field, double swathWidthM, Surroundings around)
    {
        if (sprayer.LeastSprayHeightM is not { } leastM || leastM >= job.HeightM) return null;
        var heightM = Math.Max(leastM, job.HeightM * swathWidthM / sprayer.SwathWidthM);
        // What was measured is believed before the proportion, where it asks for more height.
        if (sprayer.Patterns is { Count: > 0 } patterns) heightM = Math.Max(heightM, SwathByHeight.HeightM(patterns, swathWidthM) ?? job.HeightM);
        heightM = Math.Max(heightM, around.FlownOverM(field.Boundary));
        heightM = Math.Ceiling((heightM * 100) - 1e-6) / 100;
        return heightM < job.HeightM ? heightM : null;
    }
}
