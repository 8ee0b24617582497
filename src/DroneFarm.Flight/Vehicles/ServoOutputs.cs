namespace DroneFarm.Flight.Vehicles;

/// <summary>Pulse lengths of the vehicle's outputs in microseconds, channels 1 to 16 (SERVO_OUTPUT_RAW); 0 for one that was never driven.</summary>
public sealed class ServoOutputs(ushort[] pulsesUs)
{
    public const int Channels = 16;

    /// <param name="channel">From 1, as the autopilot counts.</param>
    public int PulseUs(int channel) => pulsesUs[channel - 1];
}
