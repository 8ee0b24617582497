using DroneFarm.FirmwareSim.Autopilot.Parameters;

namespace DroneFarm.FirmwareSim.Autopilot.Spraying;

/// <summary>
/// ArduPilot's sprayer (points 1-7): a permission that DO_SPRAYER gives and nothing but DO_SPRAYER takes away, and a pump
/// that follows ground speed while it stands. Looked at three times a second, so that switching on takes 0.33-0.67 s.
/// </summary>
internal sealed class SprayControl(ParameterTable parameters)
{
    private const double PeriodS = 1.0 / 3, OnAfterS = 0.1, OffAfterS = 1.0;

    private double nextS;
    private double? fasterSinceS, slowerSinceS;

    /// <summary>The permission. It survives mode changes, failsafes, landing and disarming (point 3).</summary>
    public bool Permitted { get; private set; }

    public bool Spraying { get; private set; }

    /// <summary>Pump output 0 to 1; null until it is first permitted, when the servo channel carries no pulse (point 5).</summary>
    public double? Pump { get; private set; }

    /// <summary>How often it has written to its servo channels; it does so only while permitted, and once when that ends.</summary>
    public int Writings { get; private set; }

    /// <summary>DO_SPRAYER. Any value but 1 takes the permission away; with SPRAY_ENABLE 0 it is taken away at the next look.</summary>
    public void Permit(bool allowed)
    {
        if (allowed == Permitted) return;
        Permitted = allowed;
        if (!allowed) Stop();
    }

    public void Step(double nowS, double groundSpeedMps)
    {
        if (nowS < nextS) return;
        nextS = Math.Max(nextS + PeriodS, nowS);
        if (!parameters.IsOn("SPRAY_ENABLE") || !Permitted)
        {
            if (Permitted) Stop();
            Permitted = false;
            return;
        }

        if (groundSpeedMps * 100 >= parameters["SPRAY_SPEED_MIN"])
        {
            slowerSinceS = null;
            if (!Spraying)
            {
                if (fasterSinceS is not { } since) fasterSinceS = nowS;
                else if (nowS - since > OnAfterS) (Spraying, fasterSinceS) = (true, null);
            }
        }
        else
        {
            fasterSinceS = null;
            if (Spraying)
            {
                if (slowerSinceS is not { } since) slowerSinceS = nowS;
                else if (nowS - since > OffAfterS) (Spraying, slowerSinceS) = (false, null);
            }
        }

        if (!Spraying)
        {
            Stop();
            return;
        }

        var percent = Math.Max(groundSpeedMps * parameters["SPRAY_PUMP_RATE"], parameters["SPRAY_PUMP_MIN"]);
        Write(Math.Min(percent, 100) / 100);
    }

    private void Stop()
    {
        Spraying = false;
        Write(0);
    }

    private void Write(double pump)
    {
        Pump = pump;
        Writings++;
    }
}
