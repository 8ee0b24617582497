using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Operations;

/// <summary>Notices a pump that runs where the mission has no swath.</summary>
internal sealed class StrayPump(MissionShape shape, PumpCalibration pump)
{
    /// <summary>MISSION_CURRENT comes at 4 Hz and the sprayer is updated at 3 Hz; the pump may lag its order by this much.</summary>
    private static readonly TimeSpan MayLag = TimeSpan.FromSeconds(2.5);

    private DateTimeOffset? since;

    /// <summary>True once it has run for too long outside the swaths. Only what is fresh counts.</summary>
    public bool IsSeen(VehicleState state, DateTimeOffset now)
    {
        var running = state.Servos.IsFresh(now, VehicleState.DecidesFor) && pump.IsOn(state.Servos!.Value.Value.PulseUs(pump.Channel));
        var known = state.Mode == CopterMode.Auto && state.Mission.IsFresh(now, VehicleState.DecidesFor);
        if (!running || !known || shape.Sprays(state.Mission!.Value.Value.Current))
        {
            since = null;
            return false;
        }

        since ??= now;
        return now - since >= MayLag;
    }
}
