using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Coverage;

/// <summary>
/// Which way the boom stands along a run: square to the nose, and the nose follows the track no faster than the aircraft turns. In the cut corner
/// at a swath's end, where the pump still runs for a few tenths of a second, the track turns by 45 degrees or more and the boom hardly at all.
/// </summary>
/// <param name="turnRadPerS">How fast the nose turns; 0 or less lets it follow at once.</param>
internal sealed class Boom(double turnRadPerS)
{
    /// <summary>Shorter steps between two reports are noise of the position, and say no direction.</summary>
    private const double NoStepM = 0.03;

    /// <summary>Unit vectors along the nose at each fix of a run, which is taken to begin with the nose along its first leg.</summary>
    /// <param name="corners">Where its longest stretch bends, as indices.</param>
    public LocalVector[] Noses(IReadOnlyList<(LocalPoint Place, DateTimeOffset At)> fixes, IReadOnlyList<int> corners)
    {
        var noses = new LocalVector[fixes.Count];
        var (begins, nose) = (corners[0], (fixes[corners[1]].Place - fixes[corners[0]].Place).Unit);
        for (var i = 0; i < fixes.Count; i++)
        {
            if (i > begins && fixes[i].Place - fixes[i - 1].Place is { LengthM: >= NoStepM } step) nose = Turned(nose, step.Unit, (fixes[i].At - fixes[i - 1].At).TotalSeconds);
            noses[i] = nose;
        }

        return noses;
    }

    private LocalVector Turned(LocalVector nose, LocalVector track, double seconds)
    {
        // Flown backwards the boom stands the same.
        var ahead = nose.Dot(track) < 0 ? -track : track;
        var offRad = Math.Atan2(nose.Cross(ahead), nose.Dot(ahead));
        var mostRad = turnRadPerS > 0 ? turnRadPerS * seconds : Math.PI;
        if (Math.Abs(offRad) <= mostRad) return ahead;
        var turnRad = Math.CopySign(mostRad, offRad);
        return ((nose * Math.Cos(turnRad)) + (nose.Left * Math.Sin(turnRad))).Unit;
    }
}
