using DroneFarm.Flight.Exchanges.Files;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Exchanges.Logs;

/// <summary>Downloads one log: lets it stream, and asks for exactly the gaps that loss has left, until none is left.</summary>
/// <remarks>
/// <code>
/// Streaming --DATA--> kept   --size reached without a gap, or a part shorter than 90 bytes with none before it missing--> Done
///           --0.4 s of silence--> asking for the first gap only; while nothing comes at all, up to the pace, then TimedOut or Interrupted
/// </code>
/// ArduPilot serves one request at a time; a new one replaces it. LOG_REQUEST_END lets it log on.
/// </remarks>
public sealed class LogDownload(LogEntryInfo log, Pace? pace = null) : Exchange<LogDownloadResult>
{
    private const int MostInPart = 90;
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);

    private readonly Pace pace = pace ?? Pace.Transfer;
    private readonly GrowingBytes content = new();
    private DateTimeOffset lastNews;
    private int? end;

    public override string Topic => "logs";

    /// <summary>Bytes from the beginning without a gap so far.</summary>
    public long Came => content.FirstGap;

    protected override LogDownloadResult Aborted(AbortReason reason)
    {
        StopStream();
        return Ended(TransferOutcome.Cancelled);
    }

    protected override void OnStart(DateTimeOffset now)
    {
        lastNews = now;
        if (log.SizeBytes == 0) Finish(Ended(TransferOutcome.Done));
        else Ask(now);
    }

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
        if (!packet.TryRead(out LogData data) || data.Id != log.Id || packet.ComponentId != Peer.ComponentId || data.Ofs > int.MaxValue - MostInPart) return;
        var length = Math.Min((int)data.Count, MostInPart);
        ReadOnlySpan<byte> part = data.Data;
        // The size in the list may be an estimate: a short part is the end.
        if (length < MostInPart && data.Ofs + length >= content.Length) end = (int)data.Ofs + length;
        content.Put((int)data.Ofs, part[..length]);
        lastNews = now;
        if (content.FirstGap < (end ?? log.SizeBytes))
        {
            Due = now + Quiet;
            return;
        }

        StopStream();
        Finish(Ended(TransferOutcome.Done));
    }

    protected override void OnTick(DateTimeOffset now)
    {
        if (now - lastNews < pace.GiveUpAfter)
        {
            Ask(now);
            return;
        }

        StopStream();
        Finish(Ended(content.Length > 0 ? TransferOutcome.Interrupted : TransferOutcome.TimedOut));
    }

    private void Ask(DateTimeOffset now)
    {
        var from = content.FirstGap;
        var to = content.FirstGapEnds is { } gapEnds ? gapEnds : Math.Max(log.SizeBytes, from + MostInPart);
        Peer.Send(new LogRequestData { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId, Id = (ushort)log.Id, Ofs = (uint)from, Count = (uint)(to - from) });
        Due = now + Quiet;
    }

    private void StopStream() => Peer.Send(new LogRequestEnd { TargetSystem = Peer.SystemId, TargetComponent = Peer.ComponentId });

    private LogDownloadResult Ended(TransferOutcome outcome) => new(outcome, content.ToFirstGap());
}
