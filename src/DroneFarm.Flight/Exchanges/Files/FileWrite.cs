using System.Buffers.Binary;

namespace DroneFarm.Flight.Exchanges.Files;

/// <summary>Writes a file, part by part, and believes it written when the vehicle's checksum of it is ours.</summary>
/// <remarks>
/// <code>
/// Resetting --ack--> Creating --ack--> Writing part by part --last ack--> Closing --ack--> Summing --same--> Done   --other--> Interrupted
/// any --nak--> Refused   --silence--> TimedOut before anything was written, Interrupted after
/// </code>
/// </remarks>
public sealed class FileWrite(string path, ReadOnlyMemory<byte> content, Pace? pace = null) : FileExchange<FileResult>(pace)
{
    private FileCode step = FileCode.ResetSessions;
    private byte session;
    private int written;

    /// <summary>Bytes that the vehicle acknowledged so far.</summary>
    public int Written => written;

    protected override FileResult Aborted(AbortReason reason) => End(TransferOutcome.Cancelled, FileError.None);

    protected override void OnStart(DateTimeOffset now) => Ask(new(step, 0, 0, 0, []), now);

    private protected override void Silent() =>
        Finish(End(step is FileCode.ResetSessions or FileCode.Create ? TransferOutcome.TimedOut : TransferOutcome.Interrupted, FileError.None));

    private protected override void Answered(in FileAnswer answer, bool isFirst, DateTimeOffset now)
    {
        if (answer.Error != FileError.None && step != FileCode.ResetSessions)
        {
            Finish(End(TransferOutcome.Refused, answer.Error));
            return;
        }

        switch (step)
        {
            case FileCode.ResetSessions:
                Go(FileQuestion.About(FileCode.Create, path), now);
                break;
            case FileCode.Create:
                session = answer.Session;
                WriteOn(0, now);
                break;
            case FileCode.Write:
                WriteOn(written + Part().Length, now);
                break;
            case FileCode.Terminate:
                Go(FileQuestion.About(FileCode.Crc32, path), now);
                break;
            default:
                var same = answer.Data.Length >= 4 && BinaryPrimitives.ReadUInt32LittleEndian(answer.Data) == Checksum(content.Span);
                Finish(same ? new FileResult(TransferOutcome.Done, FileError.None, content) : End(TransferOutcome.Interrupted, FileError.None));
                break;
        }
    }

    private void WriteOn(int from, DateTimeOffset now)
    {
        written = from;
        var part = Part();
        if (part.IsEmpty) Go(new(FileCode.Terminate, session, 0, 0, []), now);
        else Go(new(FileCode.Write, session, (uint)written, (byte)part.Length, part.ToArray()), now);
    }

    private void Go(FileQuestion question, DateTimeOffset now)
    {
        step = question.Code;
        Ask(question, now);
    }

    private ReadOnlyMemory<byte> Part() => content.Slice(written, Math.Min(FileQuestion.MostData, content.Length - written));

    private static FileResult End(TransferOutcome outcome, FileError error) => new(outcome, error, default);

    /// <summary>CRC-32 with the usual polynomial from 0 and without the usual inversions: ArduPilot's (crc_crc32 in AP_Math).</summary>
    internal static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = 0u;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }

        return crc;
    }
}
