namespace DroneFarm.Core.Spraying.Patterns;

/// <summary>The deposit of one pass across its track, as collectors or water-sensitive paper measured it.</summary>
/// <param name="HeightM">Over the crop at which it was flown.</param>
/// <param name="SpeedMps">At which it was flown.</param>
/// <param name="Samples">By rising offset, at least two. Straight lines between them and nothing beyond; two with the same offset are an upright edge.</param>
/// <param name="Source">Who measured it, when, and how.</param>
public sealed record SprayPattern(double HeightM, double SpeedMps, IReadOnlyList<DepositSample> Samples, string Source)
{
    public double LeftM => Samples[0].OffsetM;

    public double RightM => Samples[^1].OffsetM;

    /// <summary>Deposit beside the track; at an upright edge either of its two values.</summary>
    public double DepositAt(double offsetM)
    {
        if (offsetM < LeftM || offsetM > RightM) return 0;
        var i = 1;
        while (Samples[i].OffsetM < offsetM) i++;
        var (a, b) = (Samples[i - 1], Samples[i]);
        return b.OffsetM > a.OffsetM ? a.Deposit + ((b.Deposit - a.Deposit) * (offsetM - a.OffsetM) / (b.OffsetM - a.OffsetM)) : b.Deposit;
    }
}
