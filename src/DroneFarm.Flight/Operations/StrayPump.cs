using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Operations;

/// <summary>Notices a pump that runs where the mission has no swath, or out of the mission altogether.</summary>
internal sealed class StrayPump(MissionShape shape, PumpCalibration pump)
{
    /// <summary>MISSION_CURRENT comes at 4 Hz and the sprayer is updated at 3 Hz; the pump may lag its order by this much.</summary>
    private static readonly TimeSpan MayLag = TimeSpan.FromSeconds(2.5);

    private DateTimeOffset? since;

    /// <summary>True once it has run for too long outside the swaths. Only what is fresh counts.</summary>
    public bool IsSeen(VehicleState state, DateTimeOffset now)
    {
        var running = state.Servos.IsFresh(now, VehicleState.DecidesFor) && pump.IsOn(state.Servos!.Value.Value.PulseUs(pump.Channel));
        if (!running || !IsAstray(state, now))
        {
            since = null;
            return false;
        }

        since ??= now;
        return now - since >= MayLag;
    }

    /// <summary>Out of AUTO there is no swath; in it the mission's place says so, and a place that is too old says nothing.</summary>
    private bool IsAstray(VehicleState state, DateTimeOffset now) => state.IsArmed
        && (state.Mode is not (null or CopterMode.Auto) || (state.Mission.IsFresh(now, VehicleState.DecidesFor) && !shape.Sprays(state.Mission!.Value.Value.Current)));
}
