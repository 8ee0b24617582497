using DroneFarm.Core.Flights;
using DroneFarm.Core.Resuming;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Flight.Operations.BlackBoxes;

/// <summary>Gets from the vehicle's own log what the ground did not hear of a sortie, and writes it into the journal with a word about it.</summary>
internal sealed class HoleFilling(Vehicle vehicle, PumpCalibration pump, FlownSoFar flown, string jobId, IFlightSink journal, FlightRecorder recorder, TimeProvider time)
{
    public async Task FillAsync(int sortie, CancellationToken cancel)
    {
        var log = flown.Log(jobId);
        if (!FlightHoles.Any(log, sortie) || vehicle.IsLost) return;
        var missing = await BlackBoxFetch.MissingAsync(vehicle, pump, log, sortie, time, cancel);
        // What was fetched is written whatever is asked meanwhile.
        var writing = new Remark(now =>
        {
            foreach (var point in missing) journal.Track(point);
            recorder.Tell(FlightEventKind.Note, missing.Count > 0 ? Phrase.Of("flight.hole-filled", $"{missing.Count}") : Phrase.Of("flight.hole-left"), now);
        });
        await vehicle.RunAsync(writing, CancellationToken.None);
    }
}
