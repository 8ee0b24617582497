using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim.Autopilot.Legs;
using DroneFarm.FirmwareSim.Autopilot.Missions;
using DroneFarm.FirmwareSim.Autopilot.Modes;
using DroneFarm.FirmwareSim.Autopilot.Parameters;
using DroneFarm.FirmwareSim.Autopilot.Safety;
using DroneFarm.FirmwareSim.Autopilot.Spraying;
using DroneFarm.FirmwareSim.Autopilot.Telemetry;
using DroneFarm.FirmwareSim.Body;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.FirmwareSim.Autopilot;

/// <summary>
/// The flight controller from one start to the next: modes, mission, safety and sprayer around one airframe. A reboot makes a
/// new one; what survives it (parameters, mission, fence, rally points) is handed in.
/// </summary>
internal sealed class Copter
{
    private readonly ModeSwitch modes;
    private double groundedSinceS;
    private long steps;

    public Copter(CopterMemory memory, Airframe airframe, Outbox outbox, RadioControl rc, LocalFrame frame, double originAltitudeM)
    {
        Geography = new Geography(frame, originAltitudeM);
        Memory = memory;
        Airframe = airframe;
        Outbox = outbox;
        Rc = rc;
        memory.Attach(this);
        Sprayer = new SprayControl(Parameters);
        Servos = new ServoOutputs(Parameters, Sprayer);
        Runner = new MissionRunner(Mission, outbox);
        Arming = new Arming(this);
        Failsafes = new Failsafes(this);
        FenceGuard = new FenceGuard(this);
        Home = airframe.Place;
        modes = new ModeSwitch(this);
        Landed = airframe.OnGround;
    }

    public Geography Geography { get; }

    public CopterMemory Memory { get; }

    public Airframe Airframe { get; }

    public Outbox Outbox { get; }

    public RadioControl Rc { get; }

    public ParameterTable Parameters => Memory.Parameters;

    public MissionStore Mission => Memory.Mission;

    public FenceStore Fence => Memory.Fence;

    public SprayControl Sprayer { get; }

    public ServoOutputs Servos { get; }

    public MissionRunner Runner { get; }

    /// <summary>Who hears DO_SEND_SCRIPT_MESSAGE.</summary>
    public Action<int, double>? ScriptMessage { get; set; }

    public Arming Arming { get; }

    public Failsafes Failsafes { get; }

    public FenceGuard FenceGuard { get; }

    public Navigation Navigation { get; } = new();

    public PositionControl Control { get; } = new();

    public Mode Mode => modes.Now;

    /// <summary>Seconds since this start.</summary>
    public double NowS { get; private set; }

    public bool Armed { get; private set; }

    /// <summary>May leave the ground by itself: set by MISSION_START and by a take-off command, not by the mode alone (point 15).</summary>
    public bool AutoArmed { get; set; }

    public double ArmedSinceS { get; private set; }

    public bool Landed { get; private set; }

    /// <summary>Stopped by an internal error: nothing more is heard of it (point 34).</summary>
    public bool Halted { get; private set; }

    /// <summary>Where home is, in the vehicle's own frame.</summary>
    public Position3 Home { get; private set; }

    public double HeightM => Airframe.Place.UpM - Home.UpM;

    public bool IsPaused => modes.IsPaused;

    /// <returns>Litres sprayed in this step.</returns>
    public double Step(double dtS)
    {
        if (Halted) return Airframe.Step(Thrust.Off, 0, dtS);
        NowS = ++steps * dtS;
        Navigation.Step(NowS);
        Failsafes.Step(NowS);
        FenceGuard.Step(NowS);
        var thrust = Armed ? Mode.Step(dtS) : Thrust.Off;
        if (Halted) thrust = Thrust.Off;
        Sprayer.Step(NowS, Navigation.HasPlace ? Airframe.GroundSpeedMps : 0);
        var litres = Airframe.Step(thrust, Servos.PumpOutput(), dtS);
        WatchGround();
        return litres;
    }

    /// <returns>Why not, or null.</returns>
    public string? SwitchTo(FlightMode id, bool anyway = false) => modes.SwitchTo(id, anyway);

    /// <summary>A failsafe leaves whatever is being flown.</summary>
    public void Escape(FailsafeAction action) => modes.Escape(action);

    /// <returns>Why not, or null.</returns>
    public string? Arm(bool force)
    {
        if (Armed) return null;
        if (!force && Arming.Refusal() is { } reason)
        {
            Outbox.Say(MavSeverity.Critical, reason);
            return reason;
        }

        Armed = true;
        ArmedSinceS = NowS;
        if (Landed) Home = Airframe.Place;
        Outbox.Say(MavSeverity.Info, "Arming motors");
        return null;
    }

    public void Disarm()
    {
        if (!Armed) return;
        Armed = AutoArmed = false;
        Runner.Reset();
        Outbox.Say(MavSeverity.Info, "Disarming motors");
    }

    /// <summary>MISSION_START: accepted whether armed or not (point 15). From another mode the mission is begun twice, as its texts show.</summary>
    public string? StartMission()
    {
        var wasFlown = Runner.State == RunState.Running;
        if (SwitchTo(FlightMode.Auto) is { } reason) return reason;
        AutoArmed = Armed;
        if (!wasFlown) Runner.StartOrResume(modes.Auto, restart: false);
        return null;
    }

    public bool JumpTo(int item) => Runner.JumpTo(item, modes.Auto);

    public bool TakeOff(double heightM) => Mode == modes.Guided && modes.Guided.TakeOff(heightM);

    public bool GoTo(Position3 place) => Mode == modes.Guided && modes.Guided.GoTo(place);

    public void Halt()
    {
        Halted = true;
        Armed = false;
    }

    /// <summary>DO_ items of a mission and the same commands from the ground.</summary>
    public void Do(in StoredItem item, PathFollower? path)
    {
        switch (item.Command)
        {
            case MavCmd.DoSprayer:
                Sprayer.Permit(item.Param1 == 1);
                break;
            case MavCmd.DoChangeSpeed when item.Param2 > 0 && item.Param1 is 0 or 1:
                path?.ChangeSpeed(item.Param2);
                break;
            case MavCmd.DoSendScriptMessage:
                ScriptMessage?.Invoke((int)item.Param1, item.Param2);
                break;
            case MavCmd.DoSetServo:
                Servos.SetDirectly((int)item.Param1, (ushort)item.Param2);
                break;
        }
    }

    public void TakeOverControl() => Control.TakeOver(Airframe.Place, Airframe.VelocityMps, Airframe.YawRad);

    public Thrust Steer(double dtS)
    {
        var thrust = Control.Output(Airframe.Place, Airframe.VelocityMps, Airframe.YawRad, dtS);
        return Navigation.HasPlace ? thrust : thrust with { Horizontal = default };
    }

    public Thrust IdleOnGround()
    {
        TakeOverControl();
        Control.Forget();
        return new Thrust(true, default, -1, 0);
    }

    public void LiftOff()
    {
        Landed = false;
        groundedSinceS = double.PositiveInfinity;
        Control.TakeOver(Airframe.Place, default, Airframe.YawRad);
    }

    /// <summary>Where the vehicle comes to rest if it brakes now.</summary>
    public Position3 StoppingPlace()
    {
        var speed = Airframe.GroundSpeedMps;
        var brakeMps2 = Parameters["WPNAV_ACCEL"] / 100;
        var run = Airframe.VelocityMps.Horizontal.Unit * (speed * speed / (2 * brakeMps2));
        var rise = Math.Sign(Airframe.VelocityMps.UpM) * Airframe.VelocityMps.UpM * Airframe.VelocityMps.UpM / 2;
        return Airframe.Place + new Position3(run.EastM, run.NorthM, rise);
    }

    public PathLimits PathLimits() => Legs.PathLimits.From(Parameters);

    /// <summary>The nearest of home and the rally points within RALLY_LIMIT_KM (point 25).</summary>
    public LocalPoint ReturnPlace()
    {
        var here = Airframe.Place.Ground;
        var mostM = Parameters["RALLY_LIMIT_KM"] is > 0 and var km ? km * 1000 : double.MaxValue;
        var rallies = Enumerable.Range(0, Memory.Rally.Count).Select(i => GroundOf(Memory.Rally[i])).Where(p => p.DistanceM(here) <= mostM).ToList();
        if (rallies.Count == 0 || Parameters.IsOn("RALLY_INCL_HOME")) rallies.Add(Home.Ground);
        return rallies.MinBy(p => p.DistanceM(here));
    }

    /// <summary>Where an item is; null while the ground's height there is not known (point 26).</summary>
    public Position3? PlaceOf(in StoredItem item) => Geography.PlaceOf(item, Airframe.Place, Home, Memory.Terrain);

    public LocalPoint GroundOf(in StoredItem item) => Geography.GroundOf(item);

    public StoredItem HomeItem() => Geography.ItemAt(Home);

    public bool MissionIsOverTerrain => Enumerable.Range(1, Math.Max(0, Mission.Count - 1)).Any(i => Mission[i].Frame == MavFrame.GlobalTerrainAlt);

    /// <summary>The database; null with TERRAIN_ENABLE 0. Being asked, it looks around the vehicle.</summary>
    public TerrainGrid? Terrain()
    {
        if (!Parameters.IsOn("TERRAIN_ENABLE")) return null;
        Memory.Terrain.SpacingM = (int)Parameters["TERRAIN_SPACING"];
        if (Navigation.HasOrigin) Memory.Terrain.LookAround(Geography.GeoOf(Airframe.Place));
        return Memory.Terrain;
    }

    /// <summary>A terrain-frame waypoint whose ground is not known yet, or heights around the vehicle (point 26); asking makes them wanted.</summary>
    public bool MissionWaitsForTerrain()
    {
        var waits = MissionIsOverTerrain && Terrain() is { Pending: > 0 };
        for (var i = 1; i < Mission.Count; i++)
        {
            if (Mission[i].Frame == MavFrame.GlobalTerrainAlt && PlaceOf(Mission[i]) is null) waits = true;
        }

        return waits;
    }

    public void SayWaitingForTerrain() => Outbox.Say(MavSeverity.Warning, "Waiting for terrain data");

    /// <summary>Standing still for a second is having landed; standing armed without being asked to fly ends after DISARM_DELAY (point 15).</summary>
    private void WatchGround()
    {
        const double landedS = 1;
        if (!Airframe.OnGround)
        {
            Landed = false;
            groundedSinceS = double.PositiveInfinity;
            return;
        }

        if (double.IsPositiveInfinity(groundedSinceS) && Airframe.TouchdownMps > 0) groundedSinceS = NowS;
        if (NowS - groundedSinceS >= landedS) Landed = true;
        var delayS = Parameters["DISARM_DELAY"];
        if (Armed && Landed && !AutoArmed && delayS > 0 && NowS - Math.Max(ArmedSinceS, groundedSinceS) >= delayS) Disarm();
    }
}
