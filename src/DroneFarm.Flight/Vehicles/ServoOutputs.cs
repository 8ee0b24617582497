namespace DroneFarm.Flight.Vehicles;

/// <summary>Pulse lengths of the vehicle's outputs in microseconds, channels 1 to 16 (SERVO_OUTPUT_RAW); 0 for one that was never driven.</summary>
/// <param name="uptimeMs">When they were read, by the vehicle's own clock.</param>
public sealed class ServoOutputs(ushort[] pulsesUs, uint uptimeMs)
{
    public const int Channels = 16;

    public uint UptimeMs => uptimeMs;

    /// <param name="channel">From 1, as the autopilot counts.</param>
    public int PulseUs(int channel) => pulsesUs[channel - 1];
}
