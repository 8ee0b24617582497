using System.Text;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.FirmwareSim.Autopilot.Commands;

/// <summary>
/// What firmware-sim/ardupilot/sprayer_guard.lua does, look by look (100 ms). A script that speaks of command 216 (DO_SPRAYER) is taken for a guard; which of
/// the guard's other habits it has is read from the calls it makes: an older or a damaged script guards less, as it would on the real firmware.
/// </summary>
internal sealed class SprayerGuard(Copter copter, string script)
{
    private const int LooksAstray = 2, TellEvery = 5;

    private readonly bool knowsLegs = script.Contains("get_current_nav_index", StringComparison.Ordinal);
    private readonly bool tells = script.Contains("send_named_float", StringComparison.Ordinal);
    private int astray, looks, stopped;
    private bool ran;

    public static SprayerGuard? In(Copter copter, IEnumerable<string> scripts) =>
        scripts.FirstOrDefault(s => s.Contains("216", StringComparison.Ordinal)) is { } guard ? new SprayerGuard(copter, guard) : null;

    public void Look()
    {
        var runs = copter.Servos.PumpOutput() > 0;
        var stops = MustStop(runs);
        if (stops && runs && !ran) stopped++;
        if (stops) copter.Sprayer.Permit(false);
        ran = runs && stops;
        if (tells && ++looks % TellEvery == 0) Tell();
    }

    private bool MustStop(bool runs)
    {
        if (!copter.Armed || copter.Mode.Id != FlightMode.Auto) return true;
        astray = knowsLegs && runs && !copter.Runner.IsOnSprayLeg ? astray + 1 : 0;
        return astray >= LooksAstray;
    }

    private void Tell() => copter.Outbox.Send(new NamedValueFloat { TimeBootMs = (uint)(copter.NowS * 1000), Name = Text10.From("DFGUARD"), Value = stopped });
}
