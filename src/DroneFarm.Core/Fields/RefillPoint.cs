using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Fields;

/// <summary>Where the aircraft takes off, lands, is filled and gets a fresh battery.</summary>
/// <param name="Place">Of a road: its first point.</param>
/// <param name="Road">The line that a tender drives, null where it stands: the planner chooses the stopping places along it.</param>
/// <param name="DriveMps">How fast the tender drives from stop to stop, m/s.</param>
public sealed record RefillPoint(string Id, string Name, LocalPoint Place, IReadOnlyList<LocalPoint>? Road = null, double DriveMps = RefillPoint.UsualDriveMps)
{
    /// <summary>A walking pace, on a field track.</summary>
    public const double UsualDriveMps = 1.5;
}
