using DroneFarm.Core.Text;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Operations;

/// <summary>
/// Runs the pump at its full output on the ground for a measured time, for a jug under the nozzles. It is the one place that drives a sprayer channel by DO_SET_SERVO
/// (ARDUPILOT.md point 6): the sprayer itself pumps only in flight, and the guard script, which takes its permission back on the ground, has no part in it. The output is in memory only: a reboot ends it.
/// </summary>
public static class PumpRun
{
    private static readonly TimeSpan SeenWithin = TimeSpan.FromSeconds(3);

    /// <summary>Cancelling stops the pump first.</summary>
    /// <param name="vehicle">Must stream SERVO_OUTPUT_RAW: what is not seen to run is not measured.</param>
    public static async Task<PumpRunResult> RunAsync(Vehicle vehicle, PumpCalibration pump, TimeSpan duration, TimeProvider time, CancellationToken cancel)
    {
        if (vehicle.State.Pulse is null || vehicle.State.IsArmed) return new(Phrase.Of("flight.calibrate.armed"), TimeSpan.Zero);
        Phrase? why;
        var (began, ended) = (DateTimeOffset.MinValue, DateTimeOffset.MinValue);
        try
        {
            why = await StartAsync(vehicle, pump, cancel);
            began = time.GetUtcNow();
            if (why is null) await Task.Delay(duration, time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            ended = time.GetUtcNow();
            if (!await StopAsync(vehicle, pump)) why = Phrase.Of("flight.calibrate.still-running");
        }

        return new(cancel.IsCancellationRequested ? Phrase.Of("flight.cancelled") : why, why is null ? ended - began : TimeSpan.Zero);
    }

    private static async Task<Phrase?> StartAsync(Vehicle vehicle, PumpCalibration pump, CancellationToken cancel)
    {
        var ordered = await vehicle.RunAsync(new CommandExchange(Output(pump, pump.ServoMaxUs)), cancel);
        if (ordered != CommandOutcome.Accepted) return Phrase.Of("flight.calibrate.not-started", ordered.ToString());
        var runs = await SeesAsync(vehicle, us => us >= pump.ServoMaxUs - PumpCalibration.OffMarginUs, pump, cancel);
        return runs ? null : Phrase.Of("flight.calibrate.not-started", "-");
    }

    /// <summary>The output to its minimum; where that is not seen, the sprayer itself writes there when its permission ends.</summary>
    private static async Task<bool> StopAsync(Vehicle vehicle, PumpCalibration pump)
    {
        await vehicle.RunAsync(new CommandExchange(Output(pump, pump.ServoMinUs)));
        if (await SeesAsync(vehicle, us => !pump.IsOn(us), pump, CancellationToken.None)) return true;
        await vehicle.RunAsync(new CommandExchange(Command.Sprayer(on: true)));
        return await vehicle.RunAsync(new SprayerOff(pump)) == SprayerOffOutcome.Confirmed;
    }

    private static Task<bool> SeesAsync(Vehicle vehicle, Func<int, bool> wanted, PumpCalibration pump, CancellationToken cancel) => vehicle.WaitAsync(
        (state, now) => state.Servos.IsFresh(now, VehicleState.DecidesFor) && wanted(state.Servos!.Value.Value.PulseUs(pump.Channel)), SeenWithin, cancel);

    private static Command Output(PumpCalibration pump, int pulseUs) => new(MavCmd.DoSetServo, pump.Channel, pulseUs);
}
