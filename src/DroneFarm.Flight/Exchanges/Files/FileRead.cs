namespace DroneFarm.Flight.Exchanges.Files;

/// <summary>
/// Reads a file by bursts. The size told on opening is an upper bound for files that are made as they are read (ARDUPILOT.md point 38): the end is where a
/// read from there says so.
/// </summary>
/// <remarks>
/// <code>
/// Resetting --ack--> Opening --ack--> Bursting from 0   --nak--> Refused
/// Bursting  --part, also of an earlier burst--> kept   --burst complete, or silent for longer than parts take--> Bursting from the first gap
///           --end of file as the first answer to the first gap--> Closing --ack or silence--> Done
/// any       --silence--> TimedOut, Interrupted once something came
/// </code>
/// </remarks>
public sealed class FileRead(string path, Pace? pace = null) : FileExchange<FileResult>(pace)
{
    private const uint MostBytes = 256 << 20;
    private static readonly TimeSpan MayOvertake = TimeSpan.FromMilliseconds(30);
    private static readonly Pace BetweenParts = new(TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(500), TimeSpan.Zero);

    private readonly GrowingBytes content = new();
    private readonly RoundTrip gaps = new();
    private FileCode step = FileCode.ResetSessions;
    private byte session;
    private uint askedFrom;
    private DateTimeOffset? lastPart;
    private bool ended;

    /// <summary>Bytes from the beginning without a gap so far.</summary>
    public long Came => content.FirstGap;

    protected override FileResult Aborted(AbortReason reason) => End(TransferOutcome.Cancelled, FileError.None);

    protected override void OnStart(DateTimeOffset now) => Ask(new(step, 0, 0, 0, []), now);

    protected override void OnTick(DateTimeOffset now)
    {
        // A burst that stopped short is not silence: ask from the first gap at once, and let silence count from the last part.
        if (step == FileCode.BurstRead && lastPart is not null) Burst(now);
        else base.OnTick(now);
    }

    private protected override void Silent() => Finish(step == FileCode.Terminate
        ? Done()
        : End(content.Length > 0 ? TransferOutcome.Interrupted : TransferOutcome.TimedOut, FileError.None));

    private protected override void Answered(in FileAnswer answer, bool isFirst, DateTimeOffset now)
    {
        if (step == FileCode.Terminate)
        {
            Finish(Done());
        }
        else if (step == FileCode.ResetSessions)
        {
            // Refused or not: what counts is whether the file opens.
            step = FileCode.OpenReadOnly;
            Ask(FileQuestion.About(step, path), now);
        }
        else if (step == FileCode.BurstRead)
        {
            Part(answer, isFirst, now);
        }
        else if (answer.Error != FileError.None)
        {
            Finish(End(TransferOutcome.Refused, answer.Error));
        }
        else
        {
            session = answer.Session;
            Burst(now);
        }
    }

    private void Part(in FileAnswer answer, bool isFirst, DateTimeOffset now)
    {
        if (answer.Error == FileError.EndOfFile)
        {
            if (isFirst && content.FirstGap == askedFrom) Close(now);
            else Burst(now);
            return;
        }

        if (answer.Error != FileError.None)
        {
            Finish(End(TransferOutcome.Refused, answer.Error));
            return;
        }

        Keep(answer);
        if (lastPart is { } last) gaps.Learn(now - last);
        lastPart = now;
        // The last part may have overtaken others.
        ended |= answer.EndsBurst;
        WaitOn(now + (ended ? MayOvertake : gaps.Wait(BetweenParts)));
    }

    private protected override void Late(in FileAnswer answer, DateTimeOffset now)
    {
        if (step == FileCode.BurstRead && answer.Error == FileError.None) Keep(answer);
    }

    private void Keep(in FileAnswer answer)
    {
        if (answer.Offset + answer.Data.Length <= MostBytes) content.Put((int)answer.Offset, answer.Data);
    }

    private void Burst(DateTimeOffset now)
    {
        (step, askedFrom, lastPart, ended) = (FileCode.BurstRead, (uint)content.FirstGap, null, false);
        Ask(new(step, session, askedFrom, FileQuestion.MostData, []), now);
    }

    private void Close(DateTimeOffset now)
    {
        step = FileCode.Terminate;
        Ask(new(step, session, 0, 0, []), now);
    }

    private FileResult Done() => new(TransferOutcome.Done, FileError.None, content.ToFirstGap());

    private static FileResult End(TransferOutcome outcome, FileError error) => new(outcome, error, default);
}
