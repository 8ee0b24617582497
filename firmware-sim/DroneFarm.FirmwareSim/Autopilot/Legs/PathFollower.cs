using DroneFarm.FirmwareSim.Body;

namespace DroneFarm.FirmwareSim.Autopilot.Legs;

/// <summary>
/// Flies legs one after the other the way ArduCopter 4.x does: each leg goes from rest to rest, and a corner is cut by starting
/// the next leg while the present one still brakes, both motions being added. The next leg starts as soon as the middle of
/// the turn would lie within WPNAV_RADIUS of the corner, slower than both legs and within the corner acceleration.
/// </summary>
internal sealed class PathFollower(PathLimits limits)
{
    /// <summary>What the target may be quicker than the vehicle before it waits, so that gusts alone do not slow it.</summary>
    private const double SpareShare = 0.05;

    private Leg? last, now, next;
    private double pace = 1, paceRate, wait = 1;
    private TrackTarget wanted;

    public PathLimits Limits { get; private set; } = limits;

    /// <summary>Where the present leg leads.</summary>
    public Position3 Destination { get; private set; }

    public bool Reached { get; private set; } = true;

    /// <summary>Holds on the line (DO_PAUSE_CONTINUE): the clock of the legs slows down to a stop.</summary>
    public bool Paused { get; set; }

    public Leg? Present => now;

    public void StartAt(Position3 place)
    {
        last = now = next = null;
        Destination = place;
        Reached = true;
        Paused = false;
        (pace, paceRate, wait) = (1, 0, 1);
        wanted = new TrackTarget(place, default, default);
    }

    /// <summary>The next destination. It goes on from the leg that was announced, when that is already under way.</summary>
    public void GoTo(Position3 destination)
    {
        last = now;
        now = next is { } announced && announced.To == destination ? announced : new Leg(Destination, destination, Limits.Along(Destination, destination));
        next = null;
        Destination = destination;
        Reached = false;
    }

    /// <summary>Announces what comes after, so that the vehicle need not stop in between.</summary>
    public void Announce(Position3 destination) => next = new Leg(Destination, destination, Limits.Along(Destination, destination));

    public void ChangeSpeed(double speedMps)
    {
        Limits = Limits with { SpeedMps = speedMps };
        if (now is { Finished: false } present) now = present.AtSpeed(Limits.Along(present.From, present.To));
        if (next is { } following) next = following.AtSpeed(Limits.Along(following.From, following.To));
    }

    public TrackTarget Step(double dtS, Position3 place, Position3 moving)
    {
        ShapePace(dtS);
        WaitFor(place, moving, dtS);
        return wanted = Advance(dtS * pace * wait, place);
    }

    private TrackTarget Advance(double stepS, Position3 place)
    {
        var target = new TrackTarget(now?.From ?? Destination, default, default);
        if (last is { } before)
        {
            before.Advance(stepS);
            target = Add(target, before, before.ElapsedS);
            target = target with { Place = target.Place - before.Track };
        }

        if (now is null) return target;
        now.Advance(stepS);
        target = Add(target, now, now.ElapsedS);
        var finished = now.Finished;
        if (next is { Started: false } waiting && MayTurn(now, waiting))
        {
            waiting.Advance(stepS);
            target = Add(target, waiting, waiting.ElapsedS);
        }
        else if (next is { Started: true } turning)
        {
            turning.Advance(stepS);
            target = Add(target, turning, turning.ElapsedS);
            finished |= turning.ElapsedS >= now.RemainingS;
        }

        if (!Reached && finished && (next is not null || (place - Destination).LengthM <= Limits.RadiusM)) Reached = true;
        return target with { VelocityMps = target.VelocityMps * pace, AccelMps2 = (target.AccelMps2 * (pace * pace)) + (target.VelocityMps * paceRate) };
    }

    /// <summary>Slows or hastens the legs' clock within the vehicle's acceleration.</summary>
    private void ShapePace(double dtS)
    {
        var wanted = Paused ? 0.0 : 1.0;
        var most = Limits.AccelMps2 / Math.Max(0.2, Limits.SpeedMps) * dtS;
        var change = Math.Clamp(wanted - pace, -most, most);
        pace += change;
        paceRate = change / dtS;
    }

    /// <summary>
    /// The target does not run away from a vehicle that lags: its clock goes as much slower as the vehicle, pulled by the distance to it,
    /// is slower than it, with 5 % to spare and within the time that the acceleration takes to rise (AC_WPNav, track scaler).
    /// </summary>
    private void WaitFor(Position3 place, Position3 moving, double dtS)
    {
        var speed = wanted.VelocityMps.LengthM;
        var achievable = 1.0;
        if (speed > 0)
        {
            var way = wanted.VelocityMps * (1 / speed);
            achievable = Math.Clamp(SpareShare + ((moving.Dot(way) - (PositionControl.PlaceGain * (wanted.Place - place).Dot(way))) / speed), 0, 1);
        }

        wait += (achievable - wait) * dtS / (Limits.AccelMps2 / Limits.JerkMps3);
    }

    private bool MayTurn(Leg present, Leg following)
    {
        if (!present.IsBraking || present.RemainingS > following.UpS) return false;
        var halfS = present.RemainingS / 2;
        var (distance, speed, accel) = present.At(present.ElapsedS + halfS);
        var (nextDistance, nextSpeed, nextAccel) = following.At(halfS);
        var place = (present.Unit * distance) + (following.Unit * nextDistance) - present.Track;
        var velocity = (present.Unit * speed) + (following.Unit * nextSpeed);
        var acceleration = (present.Unit * accel) + (following.Unit * nextAccel);
        return place.LengthM < Limits.RadiusM
            && velocity.LengthM < Math.Min(present.LimitMps, following.LimitMps)
            && acceleration.HorizontalM < Limits.CornerMps2
            && Math.Abs(acceleration.UpM) < Limits.VerticalAccelMps2;
    }

    private static TrackTarget Add(in TrackTarget target, Leg leg, double timeS)
    {
        var (distance, speed, accel) = leg.At(timeS);
        return new TrackTarget(target.Place + (leg.Unit * distance), target.VelocityMps + (leg.Unit * speed), target.AccelMps2 + (leg.Unit * accel));
    }
}
