using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Exchanges;

/// <summary>
/// Uploads a list, reads it back and compares, and does it all again when the upload broke or something else is there. What it calls verified was seen
/// on the vehicle; an acknowledgement alone never is.
/// </summary>
/// <remarks>
/// <code>
/// Uploading --Done, Unconfirmed-------> Reading     --Refused--> Refused   --TimedOut--> Unreachable
///           --Interrupted, Busy-------> Uploading again after a pause, up to the limit, then Unreachable or Busy
/// Reading   --same--------------------> Verified
///           --different---------------> Uploading again, up to the limit, then Differs
///           --Interrupted, TimedOut---> Reading again, up to its limit, then Unreachable
/// </code>
/// </remarks>
public sealed class VerifiedUpload(MavMissionType type, IReadOnlyList<WireItem> items, Pace? pace = null) : Exchange<VerifiedResult>
{
    public const int MostUploads = 8;
    private const int MostReads = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private Exchange step = new MissionUpload(type, items, pace);
    private int uploads;
    private int reads;
    private DateTimeOffset? startAgain;
    private string? difference;

    public override string Topic => "mission transfer";

    protected override VerifiedResult Aborted(AbortReason reason) => End(VerifiedOutcome.Cancelled, null);

    protected override void OnStart(DateTimeOffset now) => Upload(now);

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
        if (startAgain is not null) return;
        step.On(packet, now);
        Follow(now);
    }

    protected override void OnTick(DateTimeOffset now)
    {
        if (startAgain is not null)
        {
            Upload(now);
            return;
        }

        step.Tick(now);
        Follow(now);
    }

    private void Upload(DateTimeOffset now)
    {
        (uploads, reads, startAgain) = (uploads + 1, 0, null);
        Begin(new MissionUpload(type, items, pace), now);
    }

    private void Read(DateTimeOffset now)
    {
        reads++;
        Begin(new MissionDownload(type, pace), now);
    }

    private void Begin(Exchange next, DateTimeOffset now)
    {
        step = next;
        step.Start(Peer, now);
        Follow(now);
    }

    private void Follow(DateTimeOffset now)
    {
        Due = step.Due;
        if (!step.IsDone) return;
        if (step is MissionUpload upload) Uploaded(upload.Result, now);
        else Downloaded(((MissionDownload)step).Result, now);
    }

    private void Uploaded(UploadResult result, DateTimeOffset now)
    {
        switch (result.Outcome)
        {
            case TransferOutcome.Done or TransferOutcome.Unconfirmed:
                Read(now);
                break;
            case TransferOutcome.Refused:
                Finish(End(VerifiedOutcome.Refused, result.Answer));
                break;
            case TransferOutcome.TimedOut:
                Finish(End(VerifiedOutcome.Unreachable, null));
                break;
            default:
                Again(result.Outcome == TransferOutcome.Busy ? VerifiedOutcome.Busy : VerifiedOutcome.Unreachable, now);
                break;
        }
    }

    private void Downloaded(DownloadResult result, DateTimeOffset now)
    {
        if (result.Outcome != TransferOutcome.Done)
        {
            if (reads < MostReads) Read(now);
            else Finish(End(VerifiedOutcome.Unreachable, null));
            return;
        }

        difference = StoredItems.FirstDifference(type, items, result.Items);
        if (difference is null) Finish(End(VerifiedOutcome.Verified, null));
        else Again(VerifiedOutcome.Differs, now);
    }

    private void Again(VerifiedOutcome atLast, DateTimeOffset now)
    {
        if (uploads >= MostUploads) Finish(End(atLast, null));
        else Due = startAgain = now + Pause;
    }

    private VerifiedResult End(VerifiedOutcome outcome, MavMissionResult? answer) =>
        new(outcome, type, answer, outcome == VerifiedOutcome.Differs ? difference : null, uploads);
}
