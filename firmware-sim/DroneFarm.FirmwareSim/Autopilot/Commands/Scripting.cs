using System.Text;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.FirmwareSim.Autopilot.Commands;

/// <summary>
/// ArduPilot's Lua engine as far as a spraying vehicle needs it (point 35). Scripts are not interpreted: one that speaks of
/// command 216 (DO_SPRAYER) is taken to do what firmware-sim/ardupilot/sprayer_guard.lua does, every 100 ms: no spraying
/// unless armed and in AUTO.
/// </summary>
internal sealed class Scripting(Copter copter)
{
    private const string Folder = "/APM/scripts/";
    private const int Stop = 2, Restart = 3;
    private const double PeriodS = 0.1;

    private readonly bool enabledAtStart = copter.Parameters.IsOn("SCR_ENABLE");
    private bool running;
    private double nextS = 1;
    private bool looked;

    public MavResult Carry(int action)
    {
        if (!enabledAtStart) return MavResult.Unsupported;
        switch (action)
        {
            case Stop:
                running = false;
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
        if (running && !(copter.Armed && copter.Mode.Id == FlightMode.Auto)) copter.Sprayer.Permit(false);
    }

    private void Load()
    {
        looked = true;
        var scripts = copter.Memory.Files.Where(f => f.Key.StartsWith(Folder, StringComparison.OrdinalIgnoreCase) && f.Key.EndsWith(".lua", StringComparison.Ordinal));
        running = scripts.Any(f => Encoding.UTF8.GetString(f.Value).Contains("216", StringComparison.Ordinal));
        if (running) copter.Outbox.Say(MavSeverity.Info, "sprayer guard: running");
    }
}
