namespace DroneFarm.FirmwareSim.Faults;

/// <summary>How bad a link is, one way. All shares are 0 to 1.</summary>
public sealed record LossyWireOptions
{
    public double Loss { get; init; }

    public double Duplication { get; init; }

    /// <summary>Share of packets held back so that later ones overtake them.</summary>
    public double Reordering { get; init; }

    public TimeSpan Delay { get; init; }

    /// <summary>Added to the delay, evenly drawn from 0 to this.</summary>
    public TimeSpan Jitter { get; init; }
}
