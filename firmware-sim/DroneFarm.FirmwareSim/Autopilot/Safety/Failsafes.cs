using DroneFarm.Mavlink.Enums;

namespace DroneFarm.FirmwareSim.Autopilot.Safety;

/// <summary>
/// Ground station, battery, radio and EKF failsafes, all in vehicle time (points 23, 24, 27 and 33). They act on an armed
/// vehicle only; one that stands on the ground is disarmed instead.
/// </summary>
internal sealed class Failsafes(Copter copter)
{
    /// <summary>The check runs at a few hertz, which adds its tenth of a second to FS_GCS_TIMEOUT (measured 5.1 s).</summary>
    private const double CheckS = 0.1;

    private const double EkfS = 1, BatteryReadingS = 0.2;

    private double? groundHeardS, radioLostS, ekfBadS, lowSinceS, criticalSinceS;
    private bool groundActed, radioActed, ekfActed, lowActed, criticalActed;

    /// <summary>After a battery failsafe arming is refused until a reboot (point 24).</summary>
    public bool BatteryLatched => lowActed || criticalActed;

    public bool Any => groundActed || radioActed || ekfActed || BatteryLatched;

    public void HeardGroundStation(double nowS)
    {
        groundHeardS = nowS;
        if (!groundActed) return;
        groundActed = false;
        copter.Outbox.Say(MavSeverity.Warning, "GCS Failsafe Cleared");
    }

    public void Step(double nowS)
    {
        Ground(nowS);
        Radio(nowS);
        Ekf(nowS);
        Battery(nowS, "BATT_LOW_VOLT", "BATT_LOW_MAH", "BATT_FS_LOW_ACT", "low", ref lowSinceS, ref lowActed);
        Battery(nowS, "BATT_CRT_VOLT", "BATT_CRT_MAH", "BATT_FS_CRT_ACT", "critical", ref criticalSinceS, ref criticalActed);
    }

    private void Ground(double nowS)
    {
        var setting = (int)copter.Parameters["FS_GCS_ENABLE"];
        if (setting == 0 || groundActed || groundHeardS is not { } heard || nowS - heard < copter.Parameters["FS_GCS_TIMEOUT"] + CheckS) return;
        groundActed = true;
        if (!copter.Armed) return;
        copter.Outbox.Say(MavSeverity.Warning, "GCS Failsafe");
        var options = (int)copter.Parameters["FS_OPTIONS"];
        var inAuto = copter.Mode.Id is FlightMode.Auto or FlightMode.AutoRtl;
        if ((inAuto && (options & 2) != 0) || (PilotFlies() && (options & 16) != 0)) return;
        Act(setting switch
        {
            5 => FailsafeAction.Land,
            6 => FailsafeAction.LandSequenceOrReturn,
            7 => FailsafeAction.BrakeOrLand,
            _ => FailsafeAction.ReturnToLaunch,
        });
    }

    private void Radio(double nowS)
    {
        if (copter.Rc.HasSignal)
        {
            radioLostS = null;
            if (radioActed) copter.Outbox.Say(MavSeverity.Warning, "Radio Failsafe Cleared");
            radioActed = false;
            return;
        }

        var setting = (int)copter.Parameters["FS_THR_ENABLE"];
        radioLostS ??= nowS;
        if (setting == 0 || radioActed || nowS - radioLostS < copter.Parameters["RC_FS_TIMEOUT"]) return;
        radioActed = true;
        if (!copter.Armed) return;
        copter.Outbox.Say(MavSeverity.Warning, "Radio Failsafe");
        if (copter.Mode.Id is FlightMode.Auto or FlightMode.AutoRtl && ((int)copter.Parameters["FS_OPTIONS"] & 1) != 0) return;
        Act(setting switch
        {
            2 when copter.Mode.Id == FlightMode.Auto => FailsafeAction.None,
            3 => FailsafeAction.Land,
            6 => FailsafeAction.LandSequenceOrReturn,
            7 => FailsafeAction.BrakeOrLand,
            _ => FailsafeAction.ReturnToLaunch,
        });
    }

    private void Ekf(double nowS)
    {
        var bad = copter.Navigation.GpsFailed && !copter.Navigation.HasPlace;
        if (!bad || copter.Parameters["FS_EKF_THRESH"] <= 0)
        {
            ekfBadS = null;
            ekfActed = false;
            return;
        }

        ekfBadS ??= nowS;
        if (ekfActed || nowS - ekfBadS < EkfS) return;
        ekfActed = true;
        if (!copter.Armed || !copter.Mode.NeedsPlace) return;
        copter.Outbox.Say(MavSeverity.Critical, "EKF variance");
        copter.Outbox.Say(MavSeverity.Critical, "EKF Failsafe: changed to LAND Mode");
        Act(FailsafeAction.Land);
    }

    private void Battery(double nowS, string volts, string mah, string action, string name, ref double? since, ref bool acted)
    {
        var battery = copter.Airframe.Battery;
        var low = copter.Parameters[volts] is > 0 and var least && battery.VoltageV < least;
        var empty = copter.Parameters[mah] is > 0 and var reserve && (battery.CapacityAh - battery.ConsumedAh) * 1000 < reserve;
        if (!low && !empty) since = null;
        else since ??= nowS;
        if (acted || !copter.Armed || since is not { } began) return;
        if (nowS - began < (empty ? 0 : copter.Parameters["BATT_LOW_TIMER"] + BatteryReadingS)) return;
        acted = true;
        copter.Outbox.Say(MavSeverity.Warning, $"Battery 1 is {name} {battery.VoltageV:F2}V used {battery.ConsumedAh * 1000:F0} mAh");
        Act((int)copter.Parameters[action] switch
        {
            0 => FailsafeAction.None,
            1 or 4 => FailsafeAction.Land,
            6 => FailsafeAction.LandSequenceOrReturn,
            7 => FailsafeAction.BrakeOrLand,
            _ => FailsafeAction.ReturnToLaunch,
        });
    }

    private bool PilotFlies() => copter.Mode.Id is FlightMode.Stabilize or FlightMode.AltHold or FlightMode.Loiter;

    private void Act(FailsafeAction action)
    {
        if (action == FailsafeAction.None) return;
        if (copter.Landed)
        {
            copter.Disarm();
            return;
        }

        copter.Escape(action);
    }
}
