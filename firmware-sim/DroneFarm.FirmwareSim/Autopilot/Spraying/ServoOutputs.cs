using DroneFarm.FirmwareSim.Autopilot.Parameters;

namespace DroneFarm.FirmwareSim.Autopilot.Spraying;

/// <summary>The pulse widths of SERVO_OUTPUT_RAW, and what the pump makes of its own.</summary>
internal sealed class ServoOutputs(ParameterTable parameters, SprayControl sprayer)
{
    private const int PumpFunction = 22, SpinnerFunction = 23, Channels = 16;

    private readonly ushort[] direct = new ushort[Channels + 1];
    private readonly int[] writingsThen = new int[Channels + 1];
    private readonly Parameter[] functions = Of(parameters, "FUNCTION"), least = Of(parameters, "MIN"), most = Of(parameters, "MAX");
    private readonly Parameter spinner = parameters.Get("SPRAY_SPINNER");

    /// <summary>
    /// DO_SET_SERVO: accepted on any channel. On a sprayer's it stands until the sprayer writes there itself: DO_SPRAYER 0 to a sprayer
    /// that is off already does not (point 6; SITL 4.6.3: 1800 us stays 1800 through DO_SPRAYER 0, and goes to 1000 with DO_SPRAYER 1).
    /// </summary>
    public void SetDirectly(int channel, ushort pulseUs)
    {
        if (channel is < 1 or > Channels) return;
        (direct[channel], writingsThen[channel]) = (pulseUs, sprayer.Writings);
    }

    public ushort PulseUs(int channel, bool motorsRun, double throttle)
    {
        double minUs = least[channel - 1].Value, maxUs = most[channel - 1].Value;
        switch ((int)functions[channel - 1].Value)
        {
            case >= 33 and <= 40:
                return (ushort)(motorsRun ? 1100 + (throttle * 800) : 1000);
            case PumpFunction or SpinnerFunction when direct[channel] > 0 && writingsThen[channel] == sprayer.Writings:
                return direct[channel];
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
    public double PumpOutput()
    {
        var channel = 1 + Array.FindIndex(functions, f => (int)f.Value == PumpFunction);
        if (channel == 0) return 0;
        if (direct[channel] == 0 || writingsThen[channel] != sprayer.Writings) return sprayer.Pump ?? 0;
        double minUs = least[channel - 1].Value, maxUs = most[channel - 1].Value;
        return maxUs > minUs ? Math.Clamp((direct[channel] - minUs) / (maxUs - minUs), 0, 1) : 0;
    }

    private static Parameter[] Of(ParameterTable parameters, string ending) =>
        Enumerable.Range(1, Channels).Select(channel => parameters.Get($"SERVO{channel}_{ending}")).ToArray();
}
