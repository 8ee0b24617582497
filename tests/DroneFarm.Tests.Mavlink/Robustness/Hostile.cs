using System.Diagnostics;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Mavlink.Sniffing;

namespace DroneFarm.Tests.Mavlink.Robustness;

/// <summary>Takes input from an enemy through everything that reads the wire, and measures what it cost.</summary>
internal sealed class Hostile
{
    private const int Attempts = 50;

    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(10);

    private Rewriter rewriter;

    /// <summary>
    /// Scans and decodes; fails when that takes over 10 ms or allocates. Another process may take the core in between, and the first use of a type
    /// makes its code, so a bad run is tried again.
    /// </summary>
    /// <returns>Valid frames in the input.</returns>
    public int Take(ReadOnlySpan<byte> input)
    {
        for (var attempt = 1; ; attempt++)
        {
            rewriter.Decoded = 0;
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var begun = Stopwatch.GetTimestamp();
            ScanAndDecode(input);
            var took = Stopwatch.GetElapsedTime(begun);
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            if (took < Limit && allocated == 0) return rewriter.Decoded;
            attempt.ShouldBeLessThan(Attempts, $"{input.Length} bytes took {took.TotalMilliseconds} ms and {allocated} bytes");
        }
    }

    /// <summary>The way with packets: its memory is bounded by the packets it gives out.</summary>
    public static int Parse(ReadOnlySpan<byte> input, int chunkLength)
    {
        var parser = new PacketParser();
        var table = new TrafficTable();
        List<Packet> packets = [];
        var count = 0;
        for (; input.Length > 0; input = input[Math.Min(chunkLength, input.Length)..])
        {
            parser.Feed(input[..Math.Min(chunkLength, input.Length)], packets);
            foreach (var packet in packets) table.Add(packet.View, DateTimeOffset.UnixEpoch);
            count += packets.Count;
            packets.Clear();
        }

        parser.Finish(packets);
        return count + packets.Count;
    }

    private void ScanAndDecode(ReadOnlySpan<byte> input)
    {
        var scanner = new FrameScanner(input, atEnd: true);
        while (scanner.TryNext(out var frame)) Dispatch.Visit(in frame, ref rewriter);
    }

    private struct Rewriter : IMessageVisitor
    {
        private long sum;

        public int Decoded;

        public void On<T>(in T message, in FrameView frame) where T : struct, IMessage<T>
        {
            Span<byte> payload = stackalloc byte[byte.MaxValue];
            sum += message.Write(payload) + payload[0];
            Decoded++;
        }
    }
}
