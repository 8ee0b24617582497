using DroneFarm.Core.Fields;

namespace DroneFarm.Core.Planning.Fleets;

/// <summary>
/// Where each tender must stand when: at a stop while it fills an aircraft there and until that has taken off, and when one lands there. It is in one place at
/// a time, and between two it drives along its road, with the aircraft that go on from there.
/// </summary>
internal sealed class TenderDuty
{
    /// <summary>To load aircraft and packs and to set up again, seconds: a guess, to be replaced by a stopwatch.</summary>
    private const double PackS = 120;

    private readonly List<Stand> stands = [];

    /// <summary>From stand to stand of one tender, seconds.</summary>
    public static double MoveS(RefillPoint from, RefillPoint to) => (Math.Abs(to.AlongM - from.AlongM) / to.DriveMps) + PackS;

    public void Clear() => stands.Clear();

    /// <summary>Whether a tender that has all its other stands to keep can be at a stop for so long; always where the stop has stores of its own.</summary>
    public bool IsFree(RefillPoint stop, double fromS, double toS) => stop.Tender is null || stands.TrueForAll(s =>
        s.Stop.Tender != stop.Tender || stop.IsSameStand(s.Stop) || Math.Max(s.FromS - toS, fromS - s.ToS) >= MoveS(s.Stop, stop));

    public void Take(RefillPoint stop, double fromS, double toS)
    {
        if (stop.Tender is not null) stands.Add(new Stand(stop, fromS, toS));
    }

    private readonly record struct Stand(RefillPoint Stop, double FromS, double ToS);
}
