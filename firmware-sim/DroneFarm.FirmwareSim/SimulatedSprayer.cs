using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim.Autopilot;
using DroneFarm.FirmwareSim.Autopilot.Parameters;
using DroneFarm.FirmwareSim.Autopilot.Safety;
using DroneFarm.FirmwareSim.Autopilot.Telemetry;
using DroneFarm.FirmwareSim.Body;
using DroneFarm.Mavlink;

namespace DroneFarm.FirmwareSim;

/// <summary>
/// A spraying multirotor that behaves as ArduCopter 4.6.3 does and speaks only MAVLink 2. It has no clock and no socket: whoever
/// owns it steps it and carries its bytes. The same seed, steps and bytes give the same flight and the same answers.
/// Besides the wire it shows its owner the truth, and lets him do what a person in the field can.
/// </summary>
public sealed class SimulatedSprayer
{
    /// <summary>One step of body and autopilot.</summary>
    public static readonly TimeSpan StepLength = TimeSpan.FromMilliseconds(10);

    /// <summary>From the power-up to the start of the firmware: with it the heartbeat is back 1.9 s after a reboot (point 32).</summary>
    private const double DarkS = 0.9;

    private readonly SprayerOptions options;
    private readonly LocalFrame frame;
    private readonly Wind wind;
    private readonly Airframe airframe;
    private readonly Outbox outbox;
    private readonly RadioControl rc = new();
    private readonly CopterMemory memory;
    private readonly List<SprayedPoint> sprayed = [];
    private readonly List<Packet> arrived = [];
    private PacketParser parser = new();
    private FlightController controller;
    private TimeSpan owed;
    private double darkS;
    private bool rebootAsked;

    public SimulatedSprayer(SprayerOptions options)
    {
        this.options = options;
        frame = new LocalFrame(options.Home);
        wind = new Wind(options.Seed);
        airframe = new Airframe(options.Body, wind, options.Heading.Degrees * Math.PI / 180);
        outbox = new Outbox(options.SystemId);
        var start = new Dictionary<string, double>(options.Parameters, StringComparer.Ordinal) { ["SYSID_THISMAV"] = options.SystemId };
        start.TryAdd("BATT_CAPACITY", options.Body.BatteryCapacityAh * 1000);
        if (options.Scripts.Count > 0) start["SCR_ENABLE"] = 1;
        memory = new CopterMemory(new ParameterTable(start, options.ExtraParameters, options.Release), options.Seed, options.TerrainM);
        foreach (var script in options.Scripts) memory.Files[$"/APM/scripts/{script}"] = OnBoardScripts.Content(script);
        controller = Start();
    }

    /// <summary>Time stepped since it was made; it goes on through reboots.</summary>
    public TimeSpan Elapsed { get; private set; }

    public Truth Truth => new(
        frame.ToGeo(airframe.Place.Ground), airframe.Place.UpM, Heading.FromDegrees(airframe.YawRad * 180 / Math.PI),
        airframe.GroundSpeedMps, airframe.VelocityMps.UpM, controller.Copter.Mode.Id, controller.Copter.Armed, airframe.OnGround,
        airframe.Tank.LevelL, airframe.Tank.EmittedL, airframe.FlowLPerMin, controller.Copter.Sprayer.Permitted,
        airframe.Battery.Charge, airframe.Battery.VoltageV, controller.Copter.Halted);

    /// <summary>Where each litre went, a point for every step with flow.</summary>
    public IReadOnlyList<SprayedPoint> Sprayed => sprayed;

    /// <summary>Bytes from a link, cut anywhere. Answers come out of the next <see cref="Step"/>, which may be of no length.</summary>
    public void Receive(ReadOnlySpan<byte> bytes)
    {
        if (darkS > 0) return;
        arrived.Clear();
        parser.Feed(bytes, arrived);
        foreach (var packet in arrived) controller.On(packet);
        if (rebootAsked) Restart(unsaidIsLost: false);
    }

    /// <summary>Advances in whole steps of <see cref="StepLength"/>; what is left over is kept for the next call.</summary>
    /// <returns>Frames sent since the last call, in order, each whole.</returns>
    public IReadOnlyList<byte[]> Step(TimeSpan by)
    {
        for (owed += by; owed >= StepLength; owed -= StepLength) StepOnce(StepLength.TotalSeconds);
        return outbox.Take();
    }

    /// <summary>Wind from a direction; gusts are the standard deviation of its change. Calm again with 0, 0.</summary>
    public void SetWind(double speedMps, Heading from, double gustMps = 0) => wind.Set(speedMps, from, gustMps);

    /// <exception cref="InvalidOperationException">The vehicle flies or is armed.</exception>
    public void Refill(double? toL = null)
    {
        RequireSafe();
        airframe.Tank.FillTo(toL ?? airframe.Tank.CapacityL);
    }

    /// <summary>People carry it to where the next sortie begins.</summary>
    /// <exception cref="InvalidOperationException">The vehicle flies or is armed.</exception>
    public void CarryTo(GeoPoint place)
    {
        RequireSafe();
        airframe.CarryTo(frame.ToLocal(place));
    }

    /// <summary>A full battery. The autopilot loses its power meanwhile.</summary>
    /// <exception cref="InvalidOperationException">The vehicle flies or is armed.</exception>
    public void SwapBattery()
    {
        RequireSafe();
        airframe.Battery.Swap();
        Reboot();
    }

    /// <summary>The pilot turns the mode switch. It obeys like any other request: without a position only LAND and STABILIZE.</summary>
    /// <returns>Whether the vehicle took the mode.</returns>
    public bool PilotTakes(FlightMode mode) => controller.Copter.SwitchTo(mode) is null;

    /// <summary>The pilot's throttle, 0 to 1; it begins at 0, as in SITL (point 19).</summary>
    public void PilotThrottle(double throttle) => rc.Throttle = throttle;

    public void LoseRadioControl(bool lost) => rc.HasSignal = !lost;

    public void LoseGps(bool lost) => controller.Copter.Navigation.FailGps(lost, controller.Copter.NowS);

    /// <summary>So many volts less than the battery would give; 0 ends it.</summary>
    public void SagBattery(double volts) => airframe.Battery.Sag(volts);

    /// <summary>The power goes and comes back: in the air the vehicle falls.</summary>
    public void Reboot() => Restart(unsaidIsLost: true);

    /// <summary>Puts a file where MAVFTP would, e.g. "/APM/scripts/sprayer_guard.lua".</summary>
    public void PutFile(string path, byte[] content) => memory.Files[path] = content;

    /// <summary>Adds a log to those on board, numbered from 1.</summary>
    public void PutLog(byte[] content) => memory.Logs.Add(content);

    private FlightController Start() => new(
        memory, airframe, wind, outbox, rc, frame, options.HomeAltitudeM, options.SystemId, options.AsciiBanner, () => rebootAsked = true);

    private void Restart(bool unsaidIsLost)
    {
        rebootAsked = false;
        darkS = DarkS;
        outbox.Restart(unsaidIsLost);
        parser = new PacketParser();
        controller = Start();
    }

    private void StepOnce(double dtS)
    {
        Elapsed += StepLength;
        if (darkS > 0)
        {
            darkS -= dtS;
            airframe.Step(Thrust.Off, 0, dtS);
            return;
        }

        var litres = controller.Step(dtS);
        if (litres > 0 && options.KeepSprayTrace) sprayed.Add(new SprayedPoint(Elapsed, frame.ToGeo(airframe.Place.Ground), airframe.Place.UpM, litres, Heading.FromDegrees(airframe.YawRad * 180 / Math.PI)));
    }

    private void RequireSafe()
    {
        if (controller.Copter.Armed || !airframe.OnGround) throw new InvalidOperationException("nobody touches a vehicle that is armed or flies");
    }
}
