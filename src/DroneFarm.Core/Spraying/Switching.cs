namespace DroneFarm.Core.Spraying;

/// <summary>
/// How far an aircraft flies between the sprayer's order and what leaves the nozzles, at the starts and ends of swaths. The order on is given this much
/// before a swath's start and the order off this much before its end, so that spray begins and ends on the swath.
/// </summary>
/// <param name="On">By the way to the order, shortest first, at least one: between two of them the distances are taken in proportion, beyond them the nearest counts.</param>
/// <param name="OffM">The mean distance from the order off to the last spray, metres.</param>
/// <param name="SharpM">How much further it flies at the least out of a corner of more than <see cref="SharpDeg"/>, metres.</param>
/// <param name="Source">Who measured it, on what.</param>
/// <remarks>
/// ArduCopter looks at its sprayer three times a second and waits for the second look: spray begins 0.33 to 0.67 s after the order, while the aircraft
/// gathers speed out of its corner (ARDUPILOT.md points 2, 7 and 37). It leaves a corner the faster the longer the way to it was, because it begins the
/// next leg while it still brakes on the one before. What varies from swath to swath cannot be compensated: only where the ground behind a swath may be
/// wetted too is the mean distance taken, elsewhere the least, so that no order makes spray begin before its swath.
/// </remarks>
public sealed record Switching(IReadOnlyList<SwitchingOn> On, double OffM, string Source, double SharpM = 0)
{
    /// <summary>From here on a corner is flown as a turn back.</summary>
    public const double SharpDeg = 110;

    /// <summary>No order on comes further ahead of its swath, metres.</summary>
    public double MostOnM => On.Max(o => o.MeanM) + SharpM;

    /// <param name="approachM">Of the way to the order, metres.</param>
    /// <param name="turnDeg">Between that way and the swath.</param>
    public double LeastOnM(double approachM, double turnDeg = 0) => At(approachM, o => o.LeastM) + Sharp(approachM, turnDeg);

    /// <param name="approachM">Of the way to the order, metres.</param>
    /// <param name="turnDeg">Between that way and the swath.</param>
    public double MeanOnM(double approachM, double turnDeg = 0) => At(approachM, o => o.MeanM) + Sharp(approachM, turnDeg);

    private double Sharp(double approachM, double turnDeg) => approachM > 0 && turnDeg > SharpDeg ? SharpM : 0;

    private double At(double approachM, Func<SwitchingOn, double> distanceM)
    {
        if (approachM <= On[0].ApproachM) return distanceM(On[0]);
        for (var i = 1; i < On.Count; i++)
        {
            var (a, b) = (On[i - 1], On[i]);
            if (approachM < b.ApproachM) return double.Lerp(distanceM(a), distanceM(b), (approachM - a.ApproachM) / (b.ApproachM - a.ApproachM));
        }

        return distanceM(On[^1]);
    }
}
