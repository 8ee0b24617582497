using DroneFarm.FirmwareSim.Autopilot.Parameters;
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

    /// <summary>As ArduCopter takes them from its settings: a corner may use twice WPNAV_ACCEL unless WPNAV_ACCEL_C says otherwise.</summary>
    public static PathLimits From(ParameterTable parameters)
    {
        double accel = parameters["WPNAV_ACCEL"] / 100, corner = parameters["WPNAV_ACCEL_C"] / 100, jerk = parameters["WPNAV_JERK"];
        if (jerk <= 0) jerk = accel;
        return new PathLimits
        {
            SpeedMps = parameters["WPNAV_SPEED"] / 100,
            ClimbMps = parameters["WPNAV_SPEED_UP"] / 100,
            DescendMps = parameters["WPNAV_SPEED_DN"] / 100,
            AccelMps2 = accel,
            CornerMps2 = corner > 0 ? corner : 2 * accel,
            VerticalAccelMps2 = parameters["WPNAV_ACCEL_Z"] / 100,
            JerkMps3 = jerk,
            SnapMps4 = jerk * Math.PI / (2 * Math.Max(parameters["ATC_INPUT_TC"], 0.1)) / 2,
            RadiusM = parameters["WPNAV_RADIUS"] / 100,
        };
    }

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
