using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Exchanges.Files;

/// <summary>
/// A conversation in MAVFTP: one question at a time, repeated under the same number until its answer comes, so that a vehicle that heard it the first time says
/// its answer again instead of doing it twice (ArduPilot 4.6 does).
/// </summary>
public abstract class FileExchange<TResult>(Pace? pace) : Exchange<TResult>
    where TResult : notnull
{
    private const ushort MostInBurst = 4096;

    private readonly Retry retry = new(pace ?? Pace.Transfer);
    private FileQuestion question;
    private ushort seq;

    public sealed override string Topic => "files";

    protected override void OnPacket(in Packet packet, DateTimeOffset now)
    {
        if (!packet.TryRead(out FileTransferProtocol message) || !IsForUs(message.TargetSystem, message.TargetComponent)) return;
        var answer = FileAnswer.Of(message);
        if (answer.To != question.Code) return;
        if (!IsAnswer(answer.Seq))
        {
            Late(answer, now);
            return;
        }

        retry.Answered(now);
        Answered(answer, isFirst: answer.Seq == (ushort)(seq + 1), now);
    }

    protected override void OnTick(DateTimeOffset now)
    {
        if (retry.IsOver(now)) Silent();
        else Say(now);
    }

    private protected void Ask(FileQuestion next, DateTimeOffset now)
    {
        // The answers to a burst take numbers of their own: the next question is numbered behind all of them.
        seq += question.Code == FileCode.BurstRead ? MostInBurst : (ushort)2;
        question = next;
        retry.NextThing();
        if (Due is null) retry.Begin(now);
        Say(now);
    }

    /// <summary>The rest of a burst is on its way: look again when it should have come.</summary>
    private protected void WaitOn(DateTimeOffset at) => Due = at;

    private protected abstract void Answered(in FileAnswer answer, bool isFirst, DateTimeOffset now);

    /// <summary>An answer to an earlier question of the same kind.</summary>
    private protected virtual void Late(in FileAnswer answer, DateTimeOffset now)
    {
    }

    /// <summary>No answer, however often it was asked.</summary>
    private protected abstract void Silent();

    private bool IsAnswer(ushort number)
    {
        var behind = (ushort)(number - seq);
        return question.Code == FileCode.BurstRead ? behind is >= 1 and <= MostInBurst : behind == 1;
    }

    private void Say(DateTimeOffset now)
    {
        Peer.Send(question.ToMessage(Peer.SystemId, Peer.ComponentId, seq));
        Due = retry.Sent(now);
    }
}
