using DroneFarm.Core.Flights;
using DroneFarm.Core.Resuming;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Exchanges.Logs;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Flight.Operations.BlackBoxes;

/// <summary>Fetches from a landed vehicle what the ground did not hear of a flight.</summary>
internal static class BlackBoxFetch
{
    /// <summary>The flight's log is the last, or the one before when the vehicle was started again since.</summary>
    private const int MostLogs = 3;

    /// <summary>A slow radio is not kept busy for longer than a refill takes.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(4);

    /// <returns>The missing points; none when no log on board is of that flight, or none could be had.</returns>
    public static async Task<IReadOnlyList<TrackPoint>> MissingAsync(Vehicle vehicle, PumpCalibration pump, FlightLog log, int sortie, TimeProvider time, CancellationToken cancel)
    {
        using var inTime = new CancellationTokenSource(MostTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(inTime.Token, cancel);
        var list = await vehicle.RunAsync(new LogList(), either.Token);
        foreach (var entry in list.Logs.OrderByDescending(l => l.Id).Take(MostLogs))
        {
            var download = await vehicle.RunAsync(new LogDownload(entry), either.Token);
            if (download.Outcome != TransferOutcome.Done) return [];
            if (FlightHoles.Fill(log, sortie, BlackBox.Read(download.Content.Span, pump)) is { Count: > 0 } missing) return missing;
        }

        return [];
    }
}
