using DroneFarm.FirmwareSim.Autopilot.Safety;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.FirmwareSim.Autopilot.Modes;

/// <summary>The flight modes of a copter, one of which flies, and what is refused when another is asked for.</summary>
internal sealed class ModeSwitch
{
    private readonly Copter copter;
    private readonly Dictionary<FlightMode, Mode> modes;

    public ModeSwitch(Copter copter)
    {
        this.copter = copter;
        (Auto, Guided) = (new AutoMode(copter), new GuidedMode(copter));
        modes = new Mode[]
        {
            new HoldMode(copter, FlightMode.Stabilize), new HoldMode(copter, FlightMode.AltHold), new HoldMode(copter, FlightMode.Loiter),
            new HoldMode(copter, FlightMode.Brake), new LandMode(copter), new RtlMode(copter), Guided, Auto,
        }.ToDictionary(m => m.Id);
        Now = modes[FlightMode.Stabilize];
    }

    public AutoMode Auto { get; }

    public GuidedMode Guided { get; }

    public Mode Now { get; private set; }

    public bool IsPaused => Now == Auto && Auto.IsPaused;

    /// <returns>Why not, or null.</returns>
    public string? SwitchTo(FlightMode id, bool anyway = false)
    {
        if (!modes.TryGetValue(id, out var mode)) return id == FlightMode.AutoRtl ? EnterAutoRtl() : "No such mode";
        if (mode == Now && mode.Id == id) return null;
        // Disarmed, any mode is taken: whether it can be flown is asked when arming (SITL 4.6.3 takes GUIDED before it has a place).
        if (copter.Armed && !anyway && mode.NeedsPlace && !copter.Navigation.HasPlace) return Refuse(id, "requires position");
        if (copter.Armed && mode.Refusal() is { } reason)
        {
            copter.Outbox.Say(MavSeverity.Critical, reason);
            return Refuse(id, "init failed");
        }

        Now.Leave();
        Now = mode;
        mode.Enter();
        return null;
    }

    /// <summary>A failsafe leaves whatever is being flown.</summary>
    public void Escape(FailsafeAction action)
    {
        switch (action)
        {
            case FailsafeAction.LandSequenceOrReturn when EnterAutoRtl() is null:
                break;
            case FailsafeAction.LandSequenceOrReturn or FailsafeAction.ReturnToLaunch:
                if (SwitchTo(FlightMode.Rtl) is not null) SwitchTo(FlightMode.Land, anyway: true);
                break;
            case FailsafeAction.BrakeOrLand:
                if (SwitchTo(FlightMode.Brake) is not null) SwitchTo(FlightMode.Land, anyway: true);
                break;
            case FailsafeAction.Land:
                SwitchTo(FlightMode.Land, anyway: true);
                break;
        }
    }

    private string? EnterAutoRtl()
    {
        if (copter.Runner.FindLandStart() is null) return "No DO_LAND_START in the mission";
        if (SwitchTo(FlightMode.Auto) is { } reason) return reason;
        return Auto.FlyLandSequence() ? null : "No landing sequence";
    }

    private string Refuse(FlightMode mode, string reason)
    {
        copter.Outbox.Say(MavSeverity.Warning, $"Mode change to {mode.ToString().ToUpperInvariant()} failed: {reason}");
        return reason;
    }
}
