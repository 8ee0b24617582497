using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Exchanges.Logs;

/// <summary>Lists the logs on board; entries that get lost are asked for again by their numbers.</summary>
/// <remarks>
/// <code>
/// Asking for all --ENTRY, of n--> kept   --all n--> Done   --n is 0--> Done, none
///                --silence--> asking from the first missing one; in the end TimedOut or Interrupted
/// </code>
/// </remarks>
public sealed class LogList(Pace? pace = null) : Exchange<LogListResult>
{
    private readonly Retry retry = new(pace ?? Pace.Transfer);
    private readonly SortedDictionary<int, LogEntryInfo> logs = [];
    private int count = -1;
    private int lastNumber;

    public override string Topic => "logs";

    protected override LogListResult Aborted(AbortReason reason) => End(TransferOutcome.Cancelled);

    protected override void OnStart(DateTimeOffset now)
    {
        retry.Begin(now);
        Ask(now);
    }

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
        if (!packet.TryRead(out LogEntry entry) || packet.ComponentId != Peer.ComponentId) return;
        (count, lastNumber) = (entry.NumLogs, entry.LastLogNum);
        if (count == 0)
        {
            Finish(End(TransferOutcome.Done));
            return;
        }

        DateTimeOffset? begun = entry.TimeUtc == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(entry.TimeUtc);
        if (!logs.TryAdd(entry.Id, new LogEntryInfo(entry.Id, entry.Size, begun))) return;
        retry.Begin(now);
        if (logs.Count >= count) Finish(End(TransferOutcome.Done));
    }

    protected override void OnTick(DateTimeOffset now)
    {
        if (retry.IsOver(now)) Finish(End(count < 0 ? TransferOutcome.TimedOut : TransferOutcome.Interrupted));
        else Ask(now);
    }

    private void Ask(DateTimeOffset now)
    {
        var first = count < 0 ? 0 : Enumerable.Range(Math.Max(0, lastNumber - count + 1), count).FirstOrDefault(n => !logs.ContainsKey(n));
        Peer.Send(new LogRequestList { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId, Start = (ushort)first, End = ushort.MaxValue });
        Due = retry.Sent(now);
    }

    private LogListResult End(TransferOutcome outcome) => new(outcome, [.. logs.Values]);
}
