using DroneFarm.FirmwareSim.Body;

namespace DroneFarm.FirmwareSim.Autopilot.Modes;

/// <summary>One flight mode: may it be entered, what it starts with, and what it asks of the motors every step.</summary>
internal abstract class Mode(Copter copter)
{
    protected Copter Copter { get; } = copter;

    public abstract FlightMode Id { get; }

    /// <summary>Only these can be armed in (point 15: AUTO cannot).</summary>
    public virtual bool AllowsArming => false;

    public virtual bool NeedsPlace => true;

    /// <returns>Why not, or null.</returns>
    public virtual string? Refusal() => null;

    public virtual void Enter() => Copter.TakeOverControl();

    public virtual void Leave()
    {
    }

    public abstract Thrust Step(double dtS);

    public virtual bool SetSpeed(double speedMps) => false;

    public virtual bool Pause(bool hold) => false;
}
