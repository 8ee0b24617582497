using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Flight.Operations.Supply;

/// <summary>
/// Notices a tank that has run dry: the pump's output says that liquid should flow, and the flow meter says that none does. Only what the meter told well after the
/// pump's start counts, since it follows late.
/// </summary>
public sealed class DryWatch(TankSensors sensors, PumpCalibration pump)
{
    /// <summary>Of the flow that the output means; air in the pipe still turns a meter a little.</summary>
    private const double DryShare = 0.15;

    private static readonly TimeSpan MeterFollows = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan DryFor = TimeSpan.FromSeconds(2);

    private DateTimeOffset? pumpSince, drySince;

    /// <summary>Nothing comes out although the pump runs.</summary>
    public bool IsDry { get; private set; }

    /// <summary>Looks at a new state; true once it has been dry for long enough to be sure.</summary>
    public bool HasRunDry(VehicleState state, DateTimeOffset now)
    {
        var pulseUs = state.Servos.IsFresh(now, VehicleState.DecidesFor) ? state.Servos!.Value.Value.PulseUs(pump.Channel) : 0;
        pumpSince = pump.IsOn(pulseUs) ? pumpSince ?? now : null;
        IsDry = pumpSince is { } since && now - since >= MeterFollows && MeterAt(state, since)
            && sensors.FlowNow(state, now) is { FlowLPerMin: { } flow } && flow < DryShare * pump.FlowLPerMin(pulseUs);
        drySince = IsDry ? drySince ?? now : null;
        return drySince is { } began && now - began >= DryFor;
    }

    private bool MeterAt(VehicleState state, DateTimeOffset pumpOn) =>
        sensors.Flow is { } id && state.Liquids.TryGetValue(id, out var told) && told.At - pumpOn >= MeterFollows;
}
