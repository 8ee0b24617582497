using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Flight.Operations.Interlocks;

/// <summary>
/// Notices a pump that runs with any of its boom over ground that is no target by more than the margin. What the pump does and where the vehicle is are compared
/// only where the vehicle's own clock puts them together.
/// </summary>
public sealed class OffTargetPump(TargetGround ground, PumpCalibration pump, double swathWidthM, double marginM = OffTargetPump.UsualMarginM)
{
    /// <summary>A swath may begin and end 1.0 m off (p95), and the line be flown half a metre beside.</summary>
    public const double UsualMarginM = 1.5;

    /// <summary>Output reports come at 10 Hz: the pump's own last look at its order takes 0.33 s.</summary>
    private const int ReportsAstray = 3;

    private const double LeastStepM = 0.2;
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(0.25);

    private LocalPoint? last;
    private LocalVector course;
    private DateTimeOffset judged;
    private int astray;

    /// <summary>How far off target the boom reaches, once it has been beyond the margin for long enough; null otherwise, and while the values are too old to say.</summary>
    public double? BeyondM(VehicleState state, DateTimeOffset now)
    {
        if (!state.Servos.IsFresh(now, VehicleState.DecidesFor) || !state.Motion.IsFresh(now, VehicleState.DecidesFor)) return null;
        var (servos, motion) = (state.Servos!.Value, state.Motion!.Value.Value);
        var place = ground.Frame.ToLocal(motion.Place);
        Follow(place);
        if (servos.At == judged || servos.Value.Before(state.UptimeMs).Duration() > Together) return null;
        judged = servos.At;
        var offM = pump.IsOn(servos.Value.PulseUs(pump.Channel)) ? OffM(place) : 0;
        astray = offM > marginM ? astray + 1 : 0;
        return astray >= ReportsAstray ? offM : null;
    }

    private void Follow(LocalPoint place)
    {
        if (last is not { } before)
        {
            last = place;
            return;
        }

        if (before.DistanceM(place) < LeastStepM) return;
        (course, last) = ((place - before).Unit, place);
    }

    /// <summary>The boom lies across the course; standing, before any course is known, it is a point.</summary>
    private double OffM(LocalPoint place)
    {
        var arm = new LocalVector(course.NorthM, -course.EastM) * (swathWidthM / 2);
        return Math.Max(ground.OffM(place), Math.Max(ground.OffM(place + arm), ground.OffM(place - arm)));
    }
}
