using DroneFarm.FirmwareSim.Autopilot.Parameters;

namespace DroneFarm.FirmwareSim.Autopilot.Spraying;

/// <summary>The pulse widths of SERVO_OUTPUT_RAW, and what the pump makes of its own.</summary>
internal sealed class ServoOutputs(ParameterTable parameters, SprayControl sprayer)
{
    private const int PumpFunction = 22, SpinnerFunction = 23, Channels = 16;

    private readonly ushort[] direct = new ushort[Channels + 1];
    private readonly Parameter[] functions = Of(parameters, "FUNCTION"), least = Of(parameters, "MIN"), most = Of(parameters, "MAX");
    private readonly Parameter spinner = parameters.Get("SPRAY_SPINNER");

    /// <summary>DO_SET_SERVO: accepted on any channel, a sprayer's too, until the sprayer drives it again (point 6).</summary>
    public void SetDirectly(int channel, ushort pulseUs)
    {
        if (channel is >= 1 and <= Channels) direct[channel] = pulseUs;
    }

    public ushort PulseUs(int channel, bool motorsRun, double throttle)
    {
        double minUs = least[channel - 1].Value, maxUs = most[channel - 1].Value;
        switch ((int)functions[channel - 1].Value)
        {
            case >= 33 and <= 40:
                return (ushort)(motorsRun ? 1100 + (throttle * 800) : 1000);
            case PumpFunction:
                return sprayer.Pump is { } pump ? (ushort)Math.Round(minUs + (pump * (maxUs - minUs))) : (ushort)0;
            case SpinnerFunction:
                if (sprayer.Pump is null) return 0;
                return sprayer.Spraying ? (ushort)Math.Clamp(spinner.Value, minUs, maxUs) : (ushort)minUs;
            default:
                return direct[channel];
        }
    }

    /// <summary>What reaches the pump, 0 to 1. Without a channel for it nothing does.</summary>
    public double PumpOutput() =>
        sprayer.Pump is > 0 and var pump && functions.Any(f => (int)f.Value == PumpFunction) ? pump : 0;

    private static Parameter[] Of(ParameterTable parameters, string ending) =>
        Enumerable.Range(1, Channels).Select(channel => parameters.Get($"SERVO{channel}_{ending}")).ToArray();
}
