using System.Text;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.FirmwareSim.Autopilot.Commands;

/// <summary>
/// ArduPilot's Lua engine as far as a spraying vehicle needs it (point 35). Scripts are not interpreted: one is taken for a <see cref="SprayerGuard"/>,
/// and one that calls mission_receive for sprayer_rate.lua: DO_SEND_SCRIPT_MESSAGE 5022 sets the pump's rate.
/// </summary>
internal sealed class Scripting(Copter copter)
{
    private const string Folder = "/APM/scripts/";
    private const int Stop = 2, Restart = 3;
    private const double PeriodS = 0.1;
    private const int RateMessage = 5022;
    private const string FullFlow = "DFR_FULL_LPM";

    private readonly bool enabledAtStart = copter.Parameters.IsOn("SCR_ENABLE");
    private readonly Queue<double> flows = new();
    private SprayerGuard? guard;
    private bool hears;
    private double nextS = 1;
    private bool looked;

    public MavResult Carry(int action)
    {
        if (!enabledAtStart) return MavResult.Unsupported;
        switch (action)
        {
            case Stop:
                (guard, hears) = (null, false);
                copter.Outbox.Say(MavSeverity.Critical, "Scripting: stopped");
                return MavResult.Accepted;
            case Restart:
                copter.Outbox.Say(MavSeverity.Critical, "Scripting: stopped");
                copter.Outbox.Say(MavSeverity.Critical, "Scripting: restarted");
                Load();
                return MavResult.Accepted;
            default:
                return MavResult.Unsupported;
        }
    }

    public void Step(double nowS)
    {
        if (!enabledAtStart || nowS < nextS) return;
        nextS = Math.Max(nextS + PeriodS, nowS);
        if (!looked) Load();
        while (flows.TryDequeue(out var flowLPerMinPerMps)) SetRate(flowLPerMinPerMps);
        guard?.Look();
    }

    /// <summary>DO_SEND_SCRIPT_MESSAGE: waits until the script looks; without a script nobody hears it.</summary>
    public void Hear(int id, double value)
    {
        if (hears && id == RateMessage) flows.Enqueue(value);
    }

    private void SetRate(double flowLPerMinPerMps)
    {
        var fullLPerMin = copter.Parameters[FullFlow];
        var percent = fullLPerMin > 0 ? 100 * flowLPerMinPerMps / fullLPerMin : -1;
        copter.Parameters.Set("SPRAY_PUMP_RATE", percent is >= 0 and <= 100 ? percent : 0);
        if (percent is not (>= 0 and <= 100)) copter.Outbox.Say(MavSeverity.Error, $"sprayer rate: {flowLPerMinPerMps:F3} L/min per m/s refused");
    }

    private void Load()
    {
        looked = true;
        var scripts = copter.Memory.Files.Where(f => f.Key.StartsWith(Folder, StringComparison.OrdinalIgnoreCase) && f.Key.EndsWith(".lua", StringComparison.Ordinal))
            .Select(f => Encoding.UTF8.GetString(f.Value)).ToList();
        guard = SprayerGuard.In(copter, scripts);
        hears = scripts.Exists(s => s.Contains("mission_receive", StringComparison.Ordinal));
        if (guard is not null) copter.Outbox.Say(MavSeverity.Info, "sprayer guard: running");
        if (!hears) return;
        copter.Parameters.Bring(FullFlow, 0);
        copter.Outbox.Say(MavSeverity.Info, "sprayer rate: running");
    }
}
