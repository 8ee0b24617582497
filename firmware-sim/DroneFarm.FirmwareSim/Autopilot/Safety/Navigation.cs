using DroneFarm.Mavlink.Enums;

namespace DroneFarm.FirmwareSim.Autopilot.Safety;

/// <summary>
/// What the vehicle knows about its own place, by the times of a recording of ArduCopter 4.6.3: GPS fix 10 s after start, origin and
/// home at 20 s (pre-arm checks pass in STABILIZE), EKF on GPS at 41 s (GUIDED can be armed; point 16). After GPS is lost
/// the EKF reckons on for 7 s, then a second later its failsafe acts (SITL: 8.0 s at 5 m/s, 8.1 s at 3 m/s).
/// </summary>
internal sealed class Navigation
{
    private const double FixS = 9.9, OriginS = 20, ReadyS = 41, ReckonS = 7;
    private const double RegainS = 10;

    private double? lostS;
    private double regainedS = double.NegativeInfinity;

    public bool HasFix { get; private set; }

    public bool HasOrigin { get; private set; }

    /// <summary>Absolute position is good enough for GUIDED, AUTO, RTL and the others that need a place.</summary>
    public bool HasPlace { get; private set; }

    public bool GpsFailed => lostS is not null;

    /// <summary>Velocity and position variance over their bounds: the EKF failsafe counts from here.</summary>
    public float Variance { get; private set; } = 0.01f;

    public void FailGps(bool failed, double nowS)
    {
        if (failed) lostS ??= nowS;
        else
        {
            if (lostS is not null) regainedS = nowS;
            lostS = null;
        }
    }

    public void Step(double nowS)
    {
        HasFix = nowS >= FixS && !GpsFailed;
        HasOrigin = HasOrigin || (nowS >= OriginS && !GpsFailed);
        var reckons = lostS is { } since && nowS - since < ReckonS;
        HasPlace = nowS >= ReadyS && HasOrigin && (lostS is null ? nowS - regainedS >= RegainS || HasPlace : HasPlace && reckons);
        Variance = lostS is { } lost ? (float)Math.Min(2, 0.01 + ((nowS - lost) / ReckonS * 0.85)) : 0.01f;
    }

    public EkfStatusFlags Flags(double nowS)
    {
        const EkfStatusFlags still = EkfStatusFlags.Attitude | EkfStatusFlags.VelocityHoriz | EkfStatusFlags.VelocityVert
            | EkfStatusFlags.PosVertAbs | EkfStatusFlags.ConstPosMode;
        if (nowS < 4.9) return EkfStatusFlags.Uninitialized;
        if (nowS < 5.4) return 0;
        if (!HasPlace) return still;
        var flags = (still & ~EkfStatusFlags.ConstPosMode) | EkfStatusFlags.PosHorizAbs | EkfStatusFlags.PosHorizRel;
        return flags | EkfStatusFlags.PredPosHorizAbs | EkfStatusFlags.PredPosHorizRel;
    }
}
