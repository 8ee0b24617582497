using DroneFarm.Core.Fields;
using DroneFarm.Core.Findings;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;
using DroneFarm.Core.Spraying.Patterns;

namespace DroneFarm.Core.Checking;

/// <summary>
/// A swath may be flown lower than the job says where the sprayer allows it and the swath is narrower: as much lower as it is narrower, not below the least
/// height, not lower than measured patterns ask for, and over every obstacle that the job's height clears. One that keeps the job's height for no such reason
/// is told too, since its band would be wider than the next one's place.
/// </summary>
internal static class SwathHeights
{
    /// <summary>Of the boundary, to which a flight in a field keeps; a hair either way where the plan file rounded.</summary>
    private const double OutsideM = 2, HairM = 0.01;

    /// <summary>Heights are whole centimetres, rounded up.</summary>
    private const double RoundingM = 0.011;

    public static IEnumerable<Finding> Of(Plan plan)
    {
        foreach (var field in plan.Fields)
        {
            foreach (var swath in field.Swaths.DistinctBy(s => (s.WidthM, s.HeightM)))
            {
                if (IsRight(plan.Sprayer, plan.Job, field.Field, swath, plan.Farm.Obstacles)) continue;
                yield return Finding.Error("check.swath.height", Say.Count(swath.Number), swath.FieldId, Say.Fine(swath.HeightM ?? plan.Job.HeightM))
                    with { FieldId = swath.FieldId, At = plan.Farm.Frame.ToGeo(swath.Start) };
                break;
            }
        }
    }

    private static bool IsRight(Sprayer sprayer, Job job, Field field, Swath swath, IReadOnlyList<Obstacle> obstacles)
    {
        if (sprayer.LeastSprayHeightM is not { } leastM) return swath.HeightM is null;
        if (swath.HeightM is { } own && (own >= job.HeightM || own < leastM - 1e-9)) return false;
        var flownM = swath.HeightM ?? job.HeightM;
        var lowestM = Needed(-HairM);
        var highestM = Math.Min(job.HeightM, Needed(HairM) + RoundingM);
        return flownM >= Math.Min(job.HeightM, lowestM) - 1e-6 && flownM <= highestM + 1e-6;

        double Needed(double hairM)
        {
            var neededM = Math.Max(leastM, swath.WidthM / sprayer.SwathWidthM * job.HeightM);
            if (sprayer.Patterns is { Count: > 0 } patterns) neededM = Math.Max(neededM, EvenFrom(patterns, swath.WidthM, job.HeightM) ?? neededM);
            foreach (var obstacle in obstacles)
            {
                if (obstacle.OverM <= job.HeightM && obstacle.OverM > neededM && obstacle.Shape.Distance(field.Boundary) <= obstacle.ClearanceM + OutsideM + hairM) neededM = obstacle.OverM;
            }

            return neededM;
        }
    }

    /// <summary>The lowest height at which the measured swath is as wide, by halving; null where the job's height itself is not enough.</summary>
    private static double? EvenFrom(IReadOnlyList<SprayPattern> patterns, double widthM, double jobHeightM)
    {
        var (low, high) = (0.0, jobHeightM);
        if (SwathByHeight.WidthM(patterns, high) < widthM) return high;
        for (var i = 0; i < 40; i++)
        {
            var middle = (low + high) / 2;
            if (SwathByHeight.WidthM(patterns, middle) >= widthM) high = middle;
            else low = middle;
        }

        return high;
    }
}
