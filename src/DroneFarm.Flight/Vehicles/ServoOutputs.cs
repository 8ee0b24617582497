namespace DroneFarm.Flight.Vehicles;

/// <summary>Pulse lengths of the vehicle's outputs in microseconds, channels 1 to 16 (SERVO_OUTPUT_RAW); 0 for one that was never driven.</summary>
/// <param name="uptimeUs">When they were read, by the vehicle's own clock; it begins anew every 71.6 minutes.</param>
public sealed class ServoOutputs(ushort[] pulsesUs, uint uptimeUs)
{
    public const int Channels = 16;

    /// <param name="channel">From 1, as the autopilot counts.</param>
    public int PulseUs(int channel) => pulsesUs[channel - 1];

    /// <summary>How long before (positive) or after another moment of the vehicle's clock they were read.</summary>
    /// <param name="uptimeMs">That moment; it begins anew after 49 days.</param>
    public TimeSpan Before(uint uptimeMs) => TimeSpan.FromMicroseconds(unchecked((int)((uptimeMs * 1000) - uptimeUs)));
}
