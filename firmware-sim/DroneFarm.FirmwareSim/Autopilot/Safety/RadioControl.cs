namespace DroneFarm.FirmwareSim.Autopilot.Safety;

/// <summary>The pilot's transmitter. In SITL, and here until the owner says otherwise, the throttle lies at its minimum.</summary>
internal sealed class RadioControl
{
    private double throttle;

    public bool HasSignal { get; set; } = true;

    /// <summary>0 to 1.</summary>
    public double Throttle
    {
        get => HasSignal ? throttle : 0;
        set => throttle = Math.Clamp(value, 0, 1);
    }

    public ushort ThrottleUs => (ushort)(1000 + (Throttle * 1000));
}
