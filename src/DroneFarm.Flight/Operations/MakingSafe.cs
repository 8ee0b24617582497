using DroneFarm.Core.Flights;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Operations.States;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Flight.Operations;

/// <summary>The end of a job that was not flown to its end: the sprayer off and the vehicle on the ground, or a plain word that this was not seen.</summary>
internal sealed class MakingSafe(Vehicle vehicle, PumpCalibration pump, Func<FlightCause, Phrase, Task> happened, Func<FlightEventKind, Phrase, Task> tell, TimeProvider time)
{
    public async Task<SafeReturnResult> RunAsync(JobEnd end, Phrase reason)
    {
        await happened(end == JobEnd.Cancelled ? FlightCause.StopAsked : FlightCause.Refused, reason);
        var mayCommand = end is JobEnd.Cancelled or JobEnd.JournalFailed or JobEnd.NotReady;
        if (mayCommand && vehicle.State.IsArmed) await tell(FlightEventKind.Returning, Phrase.Of("flight.making-safe"));
        var safe = await SafeReturn.RunAsync(vehicle, pump, mayCommand, time);
        await tell(FlightEventKind.SprayerOff, Phrase.Of("flight.sprayer-off." + safe.Sprayer switch
        {
            SprayerOffOutcome.Confirmed => "confirmed",
            SprayerOffOutcome.Acknowledged => "acknowledged",
            SprayerOffOutcome.StillRunning => "still-running",
            _ => "unanswered",
        }));
        if (!safe.Disarmed) await tell(FlightEventKind.Alarm, Phrase.Of("flight.not-seen-disarmed"));
        await happened(FlightCause.MadeSafe, reason);
        return safe;
    }
}
