using System.Buffers;
using CsCheck;
using DroneFarm.Mavlink;

namespace DroneFarm.Tests.Mavlink.Frames;

/// <summary>Streams begin anywhere, are cut anywhere, and carry junk; no whole frame is lost.</summary>
public sealed class Resynchronisation
{
    [Fact]
    public void A_false_start_does_not_hide_the_frame_behind_it()
    {
        // Looks like a signed heartbeat of 255 bytes; the real frame lies inside it.
        byte[] falseStart = [0xFD, 255, 1, 0, 0, 1, 1, 0, 0, 0];
        List<byte> stream = [.. falseStart, .. Samples.Heartbeat(1)];
        for (byte i = 2; i < 16; i++) stream.AddRange(Samples.Heartbeat(i));
        Samples.Parse([.. stream], out var counts).Count.ShouldBe(15);
        counts.JunkBytes.ShouldBe(falseStart.Length);
    }

    [Fact]
    public void A_frame_cut_in_the_middle_costs_only_itself()
    {
        var stream = (byte[])[.. Samples.Heartbeat(1)[..15], .. Samples.Heartbeat(2), .. Samples.Heartbeat(3)];
        Samples.Parse(stream, out _).Select(p => (int)p.Sequence).ShouldBe([2, 3]);
    }

    [Fact]
    public void The_text_a_serial_autopilot_begins_with_is_passed_over()
    {
        var banner = "Init ArduCopter V4.6.3\n\nFree RAM: 131071\nNo IO thread heartbeat\n"u8;
        Samples.Parse([.. banner, .. Samples.Heartbeat()], out var counts).Count.ShouldBe(1);
        counts.JunkBytes.ShouldBe(banner.Length);
    }

    [Fact]
    public void A_frame_inside_an_unfinished_one_is_found_when_the_stream_ends()
    {
        var parser = new PacketParser();
        List<Packet> packets = [];
        parser.Feed([0xFD, 255, 0, 0, 0, 1, 1, 0, 0, 0, .. Samples.Heartbeat()], packets);
        packets.ShouldBeEmpty();
        parser.Finish(packets);
        packets.Count.ShouldBe(1);
    }

    [Fact]
    public void However_a_stream_is_cut_the_same_frames_come_out() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[1, 400].Array[1, 60]).Sample((seed, cuts) =>
        {
            var stream = Samples.NoisyStream(seed, frames: 60);
            var whole = Samples.Parse(stream, out var counts);
            var parser = new PacketParser();
            List<Packet> packets = [];
            for (int at = 0, i = 0; at < stream.Length; i++)
            {
                var length = Math.Min(cuts[i % cuts.Length], stream.Length - at);
                parser.Feed(stream.AsSpan(at, length), packets);
                at += length;
            }

            return parser.Counts == counts && Equal(packets, whole);
        }, iter: 300);

    [Fact]
    public void A_sequence_of_segments_gives_what_the_same_bytes_in_one_piece_give() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[1, 700].Array[1, 60]).Sample((seed, cuts) =>
        {
            var stream = Samples.NoisyStream(seed, frames: 60);
            var whole = Samples.Parse(stream, out var counts);
            Span<byte> seam = stackalloc byte[SequenceScanner.SeamLength];
            var data = Segment.Cut(stream, cuts);
            var scanner = new SequenceScanner(data, seam);
            List<Packet> packets = [];
            while (scanner.TryNext(out var frame)) packets.Add(frame.ToPacket());
            var left = data.Slice(scanner.Consumed).Length;
            return scanner.Counts == counts && Equal(packets, whole) && left < FrameLayout.MaxLength;
        }, iter: 300);

    private static bool Equal(List<Packet> a, List<Packet> b) =>
        a.Count == b.Count && a.Zip(b).All(p => p.First.Bytes.AsSpan().SequenceEqual(p.Second.Bytes));

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public static ReadOnlySequence<byte> Cut(byte[] bytes, int[] lengths)
        {
            Segment? first = null, last = null;
            for (int at = 0, i = 0; at < bytes.Length; i++)
            {
                var length = Math.Min(lengths[i % lengths.Length], bytes.Length - at);
                var next = new Segment { Memory = bytes.AsMemory(at, length), RunningIndex = at };
                if (last is not null) last.Next = next;
                (first, last, at) = (first ?? next, next, at + length);
            }

            return new ReadOnlySequence<byte>(first!, 0, last!, last!.Memory.Length);
        }
    }
}
