using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Operations;

/// <summary>Leaves a vehicle safe, whatever it was doing: sprayer off first, then home if it is ours to command, and watched until it is disarmed.</summary>
internal static class SafeReturn
{
    private static readonly TimeSpan LandWithin = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan SprayerFirstFor = TimeSpan.FromSeconds(2);

    /// <param name="mayCommand">False when somebody else took the vehicle: then only its sprayer is stopped.</param>
    public static async Task<SafeReturnResult> RunAsync(Vehicle vehicle, PumpCalibration pump, bool mayCommand, TimeProvider time)
    {
        // The way home must not wait for a confirmation that does not come, nor spray because it did not wait at all.
        var off = vehicle.RunAsync(new SprayerOff(pump));
        await Task.WhenAny(off, Task.Delay(SprayerFirstFor, time));
        if (vehicle.State.IsArmed && mayCommand) await ComeHomeAsync(vehicle);
        var sprayer = await off;
        var disarmed = await vehicle.WaitAsync((state, _) => state.Pulse is not null && !state.IsArmed, LandWithin);
        if (sprayer is not (SprayerOffOutcome.Confirmed or SprayerOffOutcome.Cancelled)) sprayer = await vehicle.RunAsync(new SprayerOff(pump));
        return new SafeReturnResult(disarmed, sprayer);
    }

    private static async Task ComeHomeAsync(Vehicle vehicle)
    {
        if (vehicle.State.IsOnGround && await vehicle.RunAsync(new CommandExchange(Command.Disarm)) == CommandOutcome.Accepted) return;
        if (vehicle.State.Mode is CopterMode.Rtl or CopterMode.Land or CopterMode.AutoRtl or CopterMode.SmartRtl) return;
        while (await vehicle.RunAsync(new ModeChange(CopterMode.Rtl)) == CommandOutcome.TimedOut && vehicle.State.IsArmed && !vehicle.Completion.IsCompleted)
        {
        }
    }
}
