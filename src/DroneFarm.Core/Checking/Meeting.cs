using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Checking;

/// <summary>How a sprayed line of a mission lies to a swath, flown in its direction.</summary>
/// <param name="GapM">Distance between them, metres: the orders on and off may come before the swath's ends by as much as the sprayer is late to follow them.</param>
/// <param name="EarlyM">How far before the swath spray may begin, metres, where the pump is as little late as it can be.</param>
internal readonly record struct Meeting(double GapM, double EarlyM)
{
    /// <summary>Behind a line that comes down by more, a swath begins without speed.</summary>
    private const double SteepM = 0.5;

    /// <param name="before">What the mission flies before the line; null for nothing.</param>
    public static Meeting Of(FlownSegment line, Swath swath, Switching? late, FlownSegment? before)
    {
        var approach = before is null || before.ClimbM < -SteepM ? default : swath.Start - before.From;
        var (approachM, turnDeg) = (approach.LengthM, approach.TurnDeg(swath.End - swath.Start));
        var (leastM, meanM) = late is null || before is { SprayOn: true } ? (0, 0) : (late.LeastOnM(approachM, turnDeg), late.MeanOnM(approachM, turnDeg));
        var along = (swath.End - swath.Start).Unit;
        var aheadM = along.Dot(swath.Start - line.From);
        return new Meeting(
            Math.Max(BeforeM(line.From, swath.Start, along, Math.Max(leastM, meanM)), BeforeM(line.To, swath.End, along, late?.OffM ?? 0)),
            Math.Clamp(aheadM - leastM - SortieMatch.WireM, 0, Math.Max(0, meanM - leastM)));
    }

    /// <summary>Distance of a place from the stretch that ends at a swath's end and begins so far before it.</summary>
    private static double BeforeM(LocalPoint place, LocalPoint end, LocalVector along, double atMostM) =>
        place.DistanceM(end - (along * Math.Clamp(along.Dot(end - place), 0, Math.Max(0, atMostM))));
}
