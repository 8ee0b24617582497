using DroneFarm.Flight.Links;
using DroneFarm.Mavlink;
using DroneFarm.Storage.Telemetry;

namespace DroneFarm.Station.Flights;

/// <summary>
/// Keeps a tlog of each flight: what its vehicles say, and all that the station sends meanwhile. Packets come from the loops of several links, so they take turns
/// here. A log that fails is counted and the flight goes on: the journal is what must not be lost.
/// </summary>
public sealed class FlightTape : IPacketSink, IDisposable
{
    private readonly Lock turn = new();
    private readonly Dictionary<byte, TelemetryLog> running = [];

    /// <summary>From now on the packets of these vehicles go to a file.</summary>
    /// <returns>Why there is none; null when it is kept.</returns>
    public string? Start(string path, IEnumerable<byte> systemIds)
    {
        try
        {
            var log = TelemetryLog.Create(path);
            lock (turn)
            {
                foreach (var id in systemIds) running[id] = log;
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }

    public void Stop(IEnumerable<byte> systemIds)
    {
        lock (turn)
        {
            foreach (var id in systemIds)
            {
                if (running.Remove(id, out var log) && !running.ContainsValue(log)) log.Dispose();
            }
        }
    }

    public void Received(DateTimeOffset at, Packet packet)
    {
        lock (turn)
        {
            if (running.TryGetValue(packet.SystemId, out var log)) log.Append(at, packet.Bytes);
        }
    }

    public void Sent(DateTimeOffset at, ReadOnlyMemory<byte> frame)
    {
        lock (turn)
        {
            foreach (var log in running.Values.Distinct()) log.Append(at, frame.Span);
        }
    }

    public void Dispose() => Stop([.. running.Keys]);
}
