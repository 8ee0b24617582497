using DroneFarm.FirmwareSim.Body;

namespace DroneFarm.FirmwareSim.Autopilot.Legs;

/// <summary>The WPNAV_* settings in metres: what bounds a leg in any direction, and a corner between two.</summary>
internal sealed record PathLimits
{
    public required double SpeedMps { get; init; }

    public required double ClimbMps { get; init; }

    public required double DescendMps { get; init; }

    public required double AccelMps2 { get; init; }

    public required double CornerMps2 { get; init; }

    public required double VerticalAccelMps2 { get; init; }

    public required double JerkMps3 { get; init; }

    public required double SnapMps4 { get; init; }

    public required double RadiusM { get; init; }

    /// <summary>The limits along one leg: a climbing leg is bounded by whichever of its parts reaches its bound first.</summary>
    public LegLimits Along(Position3 from, Position3 to)
    {
        var track = to - from;
        if (track.LengthM <= 0) return new LegLimits(SpeedMps, AccelMps2, JerkMps3, SnapMps4);
        var flat = track.HorizontalM / track.LengthM;
        var steep = Math.Abs(track.UpM) / track.LengthM;
        var vertical = track.UpM >= 0 ? ClimbMps : DescendMps;
        return new LegLimits(Bound(SpeedMps, vertical), Bound(AccelMps2, VerticalAccelMps2), JerkMps3, SnapMps4);

        double Bound(double flatBound, double steepBound) =>
            Math.Min(flat > 1e-6 ? flatBound / flat : double.MaxValue, steep > 1e-6 ? steepBound / steep : double.MaxValue);
    }
}
