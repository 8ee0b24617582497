using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Planning.Sorties;

/// <summary>A place where a sortie may start or end.</summary>
/// <param name="AlongM">From the beginning of the tender's road; 0 for a point that stands.</param>
/// <param name="DriveMps">Of the tender; 0 for a point that stands, whose stores need not follow the aircraft.</param>
internal sealed record Stop(RefillPoint Point, double AlongM = 0, double DriveMps = 0)
{
    public LocalPoint Place => Point.Place;

    /// <summary>How long the tender drives from here to another stop of its road.</summary>
    public double DriveS(Stop other) => DriveMps > 0 ? Math.Abs(other.AlongM - AlongM) / DriveMps : 0;
}
