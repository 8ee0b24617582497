using DroneFarm.Core.Geo;

namespace DroneFarm.FirmwareSim.Body;

/// <summary>
/// The flying mass: thrust and wind in, motion, tank and battery out. A point mass whose horizontal acceleration follows the
/// command with the lag of its attitude and is bounded by its greatest lean; drag pulls it along with the air.
/// </summary>
internal sealed class Airframe(BodyOptions options, Wind wind, double headingRad)
{
    public const double GravityMps2 = 9.80665;

    private readonly double maxLeanMps2 = GravityMps2 * Math.Tan(options.MaxLeanDeg * Math.PI / 180);
    private LocalVector thrustMps2;
    private double liftMps2;

    public Tank Tank { get; } = new(options.TankL, options.StartLiquidL);

    public Battery Battery { get; } = new(options);

    public Position3 Place { get; private set; }

    public Position3 VelocityMps { get; private set; }

    /// <summary>Clockwise from north.</summary>
    public double YawRad { get; private set; } = headingRad;

    public double YawRadPerS { get; private set; }

    public double RollRad { get; private set; }

    public double PitchRad { get; private set; }

    public bool OnGround => Place.UpM <= 1e-6;

    /// <summary>Speed of the last touch-down; ArduPilot's simulation prints it.</summary>
    public double TouchdownMps { get; private set; }

    public double MassKg => options.EmptyMassKg + (Tank.LevelL * options.LiquidKgPerL);

    public double GroundSpeedMps => VelocityMps.HorizontalM;

    /// <summary>Flow right now, for instruments that measure it.</summary>
    public double FlowLPerMin { get; private set; }

    /// <summary>People carry it to another place and set it down.</summary>
    public void CarryTo(LocalPoint place) => (Place, VelocityMps) = (new Position3(place.EastM, place.NorthM, 0), default);

    /// <param name="thrust">The motors.</param>
    /// <param name="pumpOutput">0 to 1, the pump's place between SERVO9_MIN and SERVO9_MAX.</param>
    /// <param name="dtS">Seconds to advance.</param>
    /// <returns>Litres that left the nozzles in this step.</returns>
    public double Step(in Thrust thrust, double pumpOutput, double dtS)
    {
        wind.Step(dtS);
        Turn(thrust, dtS);
        Move(thrust, dtS);
        Battery.Draw(PowerW(thrust, pumpOutput), dtS);
        var emittedL = Tank.Emit(Math.Clamp(pumpOutput, 0, 1) * options.PumpMaxFlowLPerMin * dtS / 60);
        FlowLPerMin = emittedL / dtS * 60;
        return emittedL;
    }

    private void Turn(in Thrust thrust, double dtS)
    {
        YawRadPerS = thrust.Running && !OnGround ? thrust.YawRadPerS : 0;
        YawRad = Math.IEEERemainder(YawRad + (YawRadPerS * dtS), 2 * Math.PI);
        if (YawRad < 0) YawRad += 2 * Math.PI;
        var forward = new LocalVector(Math.Sin(YawRad), Math.Cos(YawRad));
        PitchRad = -Math.Atan2(thrustMps2.Dot(forward), GravityMps2);
        RollRad = Math.Atan2(-thrustMps2.Cross(forward) * -1, GravityMps2);
    }

    private void Move(in Thrust thrust, double dtS)
    {
        var follow = 1 - Math.Exp(-dtS / options.AttitudeLagS);
        var wanted = thrust.Running && !OnGround ? thrust.Horizontal : default;
        if (wanted.LengthM > maxLeanMps2) wanted = wanted.Unit * maxLeanMps2;
        thrustMps2 += (wanted - thrustMps2) * follow;
        liftMps2 += ((thrust.Running ? thrust.VerticalMps2 : -GravityMps2) - liftMps2) * follow;
        if (!thrust.Running) liftMps2 = -GravityMps2;

        if (OnGround && liftMps2 <= 0)
        {
            VelocityMps = default;
            Place = Place with { UpM = 0 };
            return;
        }

        var air = wind.NowMps - VelocityMps.Horizontal;
        var accel = thrustMps2 + (air * (options.DragPerSecond + (options.DragPerM * air.LengthM)));
        var next = VelocityMps + new Position3(accel.EastM * dtS, accel.NorthM * dtS, liftMps2 * dtS);
        var place = Place + ((VelocityMps + next) * (dtS / 2));
        if (place.UpM < 0)
        {
            TouchdownMps = -next.UpM;
            place = place with { UpM = 0 };
            next = default;
        }

        VelocityMps = next;
        Place = place;
    }

    /// <summary>Hover power times (mass / empty mass)^1.5, a little more for climbing, plus pump and electronics.</summary>
    private double PowerW(in Thrust thrust, double pumpOutput)
    {
        const double electronicsW = 30, pumpW = 150, idleShare = 0.05;
        var hoverW = options.EmptyHoverPowerW * Math.Pow(MassKg / options.EmptyMassKg, 1.5);
        var climbW = OnGround ? 0 : Math.Max(0, MassKg * GravityMps2 * VelocityMps.UpM);
        var motorsW = !thrust.Running ? 0 : OnGround ? hoverW * idleShare : hoverW + climbW;
        return electronicsW + motorsW + (pumpW * Math.Clamp(pumpOutput, 0, 1));
    }
}
