using DroneFarm.Flight.Links;
using DroneFarm.Mavlink;

namespace DroneFarm.Flight.Vehicles;

/// <summary>How one link serves one vehicle.</summary>
/// <param name="Loss">Of the autopilot's packets, by gaps in their numbers.</param>
/// <param name="RateHz">Of the autopilot's packets, over the last second or so.</param>
/// <param name="LastHeard">The autopilot, over this link.</param>
/// <param name="IsUsed">Whether what we say goes over it.</param>
/// <param name="Doubles">Packets that another link had brought already.</param>
public sealed record LinkQuality(ILink Link, Loss Loss, double RateHz, DateTimeOffset LastHeard, bool IsUsed, long Doubles)
{
    /// <summary>Of the packets sent, 0 to 1.</summary>
    public double LossShare => Loss.Share;
}
