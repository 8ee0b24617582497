using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim.Body;

namespace DroneFarm.FirmwareSim.Autopilot.Legs;

/// <summary>
/// The cascade from a wanted place to a wanted acceleration: position error to speed, speed error to acceleration, with the
/// reckoned acceleration fed forward. The gains are the defaults of PSC_POSXY_P, PSC_VELXY_P, PSC_VELXY_I and PSC_VELZ_P.
/// </summary>
internal sealed class PositionControl
{
    public const double PlaceGain = 1;

    private const double SpeedGain = 2, WindGain = 1, HeightGain = 1, ClimbGain = 5;
    private const double WindBoundMps2 = 4, YawGain = 4.5, YawRateRad = Math.PI / 3;

    private Position3 place, velocity, accel;
    private LocalVector wind;
    private double yawRad;

    public Position3 WantedPlace => place;

    /// <summary>Takes over a vehicle as it is, moving or not, without a jerk.</summary>
    public void TakeOver(Position3 at, Position3 moving, double headingRad)
    {
        place = at;
        velocity = moving;
        accel = default;
        yawRad = headingRad;
    }

    public void Forget() => wind = default;

    public void Follow(in TrackTarget target)
    {
        place = target.Place;
        velocity = target.VelocityMps;
        accel = target.AccelMps2;
    }

    public void Face(double headingRad) => yawRad = headingRad;

    public void FaceAlong(LocalVector way)
    {
        if (way.LengthM > 0.5) yawRad = Math.Atan2(way.EastM, way.NorthM);
    }

    /// <summary>Horizontally to rest, then stays where it came to rest.</summary>
    public void Stop(double brakeMps2, double dtS)
    {
        var moving = velocity.Horizontal;
        var cut = Math.Min(moving.LengthM, brakeMps2 * dtS);
        var slower = moving - (moving.Unit * cut);
        place = place with { EastM = place.EastM + (slower.EastM * dtS), NorthM = place.NorthM + (slower.NorthM * dtS) };
        velocity = velocity with { EastM = slower.EastM, NorthM = slower.NorthM };
        var braking = cut > 0 ? moving.Unit * -(cut / dtS) : default;
        accel = accel with { EastM = braking.EastM, NorthM = braking.NorthM };
    }

    /// <summary>Vertically towards a rate, positive up.</summary>
    public void Climb(double rateMps, double accelMps2, double dtS)
    {
        var change = Math.Clamp(rateMps - velocity.UpM, -accelMps2 * dtS, accelMps2 * dtS);
        velocity = velocity with { UpM = velocity.UpM + change };
        place = place with { UpM = place.UpM + (velocity.UpM * dtS) };
        accel = accel with { UpM = change / dtS };
    }

    /// <summary>Vertically to a height, slowing down in time.</summary>
    public void ClimbTo(double heightM, double upMps, double downMps, double accelMps2, double brakeMps2, double dtS)
    {
        var leftM = heightM - place.UpM;
        var rate = Math.Min(Math.Sqrt(2 * brakeMps2 * Math.Abs(leftM)), leftM > 0 ? upMps : downMps);
        Climb(Math.Sign(leftM) * Math.Min(rate, Math.Abs(leftM) / dtS), accelMps2, dtS);
    }

    /// <summary>Keeps the wanted height from running away while the vehicle stands on the ground.</summary>
    public void HoldHeight(double heightM)
    {
        place = place with { UpM = heightM };
        velocity = velocity with { UpM = 0 };
        accel = accel with { UpM = 0 };
    }

    public Thrust Output(Position3 at, Position3 moving, double headingRad, double dtS)
    {
        var offM = (place - at).Horizontal;
        var wanted = velocity.Horizontal + (offM * PlaceGain);
        var slip = wanted - moving.Horizontal;
        wind += slip * (WindGain * dtS);
        if (wind.LengthM > WindBoundMps2) wind = wind.Unit * WindBoundMps2;
        var horizontal = accel.Horizontal + (slip * SpeedGain) + wind;
        var climb = velocity.UpM + ((place.UpM - at.UpM) * HeightGain);
        var vertical = accel.UpM + ((climb - moving.UpM) * ClimbGain);
        var turn = Math.IEEERemainder(yawRad - headingRad, 2 * Math.PI);
        return new Thrust(true, horizontal, vertical, Math.Clamp(turn * YawGain, -YawRateRad, YawRateRad));
    }
}
