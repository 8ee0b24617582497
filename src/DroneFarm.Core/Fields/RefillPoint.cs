using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Fields;

/// <summary>Where the aircraft takes off, lands, is filled and gets a fresh battery.</summary>
/// <param name="Place">Of a road: its first point.</param>
/// <param name="Road">The line that a tender drives, null where it stands: the planner chooses the stopping places along it.</param>
/// <param name="DriveMps">How fast the tender drives from stop to stop, m/s.</param>
/// <param name="Tender">Id of the road whose tender stops here; null for a point with stores of its own, and for the road itself.</param>
/// <param name="AlongM">From the beginning of that road.</param>
public sealed record RefillPoint(
    string Id, string Name, LocalPoint Place, IReadOnlyList<LocalPoint>? Road = null, double DriveMps = RefillPoint.UsualDriveMps, string? Tender = null, double AlongM = 0)
{
    /// <summary>A tender serves places so near to each other without driving, metres.</summary>
    private const double SameStandM = 1;

    /// <summary>A walking pace, on a field track.</summary>
    public const double UsualDriveMps = 1.5;

    /// <summary>Whether one tender serves both without driving.</summary>
    public bool IsSameStand(RefillPoint other) => Tender == other.Tender && Math.Abs(AlongM - other.AlongM) < SameStandM;
}
