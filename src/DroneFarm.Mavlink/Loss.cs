namespace DroneFarm.Mavlink;

/// <summary>Frames of one sender that came, and that seem to be missing.</summary>
public readonly record struct Loss(long Received, long Lost)
{
    /// <summary>0 to 1.</summary>
    public double Share => Lost == 0 ? 0 : (double)Lost / (Received + Lost);
}
