using System.Buffers;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Dataflash;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Mavlink.Security;
using DroneFarm.Mavlink.Sniffing;

namespace DroneFarm.Fuzz;

/// <summary>Takes bytes through everything that reads them, and throws when two ways disagree.</summary>
internal static class Target
{
    private static readonly SigningKey Key = SigningKey.FromPassphrase("fuzz");

    public static void Take(byte[] input)
    {
        var frames = Scan(input);
        if (Parse(input) != frames) throw new InvalidOperationException("the parser and the scanner disagree");
        if (Walk(input) != frames) throw new InvalidOperationException("the sequence scanner and the scanner disagree");
        foreach (var record in TlogReader.Read(new MemoryStream(input))) TlogWriter.Write(Stream.Null, record.Time, record.Packet);
        var log = new DataflashScanner(input);
        while (log.TryNext(out _)) { }
    }

    private static int Scan(byte[] input)
    {
        var visitor = new Visitor { Texts = new StatusTextJoiner(), Lines = [] };
        var scanner = new FrameScanner(input, atEnd: true);
        while (scanner.TryNext(out var frame)) Dispatch.Visit(in frame, ref visitor);
        if (scanner.Position != input.Length) throw new InvalidOperationException("bytes are left over");
        return (int)scanner.Counts.Good;
    }

    private static int Parse(byte[] input)
    {
        var parser = new PacketParser();
        var table = new TrafficTable();
        var check = new SignatureCheck(Key, new SigningClock(TimeProvider.System));
        List<Packet> packets = [];
        var step = input.Length == 0 ? 1 : 1 + input[0];
        for (var at = 0; at < input.Length; at += step) parser.Feed(input.AsSpan(at, Math.Min(step, input.Length - at)), packets);
        parser.Finish(packets);
        foreach (var packet in packets)
        {
            table.Add(packet.View, DateTimeOffset.UnixEpoch);
            check.Accepts(packet.View);
        }

        table.Report(parser.Counts, DateTimeOffset.UnixEpoch).ToJson();
        return packets.Count;
    }

    private static int Walk(byte[] input)
    {
        Span<byte> seam = stackalloc byte[SequenceScanner.SeamLength];
        var scanner = new SequenceScanner(new ReadOnlySequence<byte>(input), seam, atEnd: true);
        while (scanner.TryNext(out _)) { }
        return (int)scanner.Counts.Good;
    }

    private struct Visitor : IMessageVisitor
    {
        public required StatusTextJoiner Texts;
        public required List<StatusLine> Lines;

        /// <summary>What was read is written again and read again: the same message.</summary>
        public readonly void On<T>(in T message, in FrameView frame) where T : struct, IMessage<T>
        {
            Span<byte> first = stackalloc byte[FrameWriter.MaxFrameLength], second = stackalloc byte[FrameWriter.MaxFrameLength];
            var length = FrameWriter.Write(first, in message, frame.Sequence, frame.SystemId, frame.ComponentId);
            var scanner = new FrameScanner(first[..length]);
            if (!scanner.TryNext(out var again) || !again.TryRead<T>(out var copy)) throw new InvalidOperationException($"{T.Name} was not read again");
            FrameWriter.Write(second, in copy, frame.Sequence, frame.SystemId, frame.ComponentId);
            if (!first[..length].SequenceEqual(second[..length])) throw new InvalidOperationException($"{T.Name} came back different");
            if (frame.TryRead<Statustext>(out var text)) Texts.Add(frame.SystemId, frame.ComponentId, in text, DateTimeOffset.UnixEpoch, Lines);
        }
    }
}
