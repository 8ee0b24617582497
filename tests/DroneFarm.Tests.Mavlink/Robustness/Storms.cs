using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Mavlink.Frames;

namespace DroneFarm.Tests.Mavlink.Robustness;

/// <summary>No exception escapes, no input takes over 10 ms, nothing is allocated, whatever arrives.</summary>
public sealed class Storms
{
    private const int ChunkLength = 64 * 1024;

    private readonly Hostile hostile = new();

    [Fact]
    public void Ten_million_random_bytes_are_junk_and_no_more()
    {
        var random = new Random(20260601);
        var bytes = new byte[10_000_000];
        random.NextBytes(bytes);
        bytes.Chunk(ChunkLength).Sum(chunk => hostile.Take(chunk)).ShouldBeLessThan(10); // 1 in 65,536 of what looks like a frame has the right checksum
        Hostile.Parse(bytes, chunkLength: 1500).ShouldBeLessThan(10);
    }

    [Fact]
    public void A_million_mutated_frames_are_survived()
    {
        var random = new Random(7);
        byte[][] frames = [.. AllMessages.Frames(seed: 7)];
        Span<byte> frame = stackalloc byte[2 * FrameWriter.MaxFrameLength];
        for (var i = 0; i < 1_000_000; i++)
        {
            var original = frames[i % frames.Length];
            original.CopyTo(frame);
            for (var changes = random.Next(1, 5); changes > 0; changes--) frame[random.Next(original.Length)] = (byte)random.Next(256);
            hostile.Take(frame[..random.Next(1, original.Length + 16)]);
        }
    }

    [Theory]
    [InlineData("FD")]
    [InlineData("FE")]
    [InlineData("FDFE")]
    [InlineData("FDFF00")]
    [InlineData("FDFF0000000101000000")] // a heartbeat of 255 bytes, over and over: each place needs a checksum
    [InlineData("FDFF0100000101000000")] // the same, signed
    [InlineData("FE090001010000")]
    [InlineData("FE09000101")]
    public void A_storm_of_false_starts_passes_quickly(string pattern)
    {
        var unit = Convert.FromHexString(pattern);
        byte[] storm = [.. Enumerable.Range(0, ChunkLength).Select(i => unit[i % unit.Length]), .. Samples.Heartbeat()];
        hostile.Take(storm).ShouldBeGreaterThanOrEqualTo(1);
        Hostile.Parse(storm, chunkLength: 7).ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public void A_frame_cut_at_any_byte_is_no_frame_and_the_next_one_is_found()
    {
        foreach (var frame in AllMessages.Frames(seed: 3))
        {
            for (var length = 1; length < frame.Length; length++)
            {
                byte[] cut = [.. frame[..length], .. Samples.Heartbeat()];
                hostile.Take(cut).ShouldBe(1);
            }
        }
    }

    [Fact]
    public void Every_message_filled_with_random_bytes_comes_back_as_it_was()
    {
        var frames = AllMessages.Frames(seed: 5).ToList();
        frames.Count.ShouldBe(MessageCatalog.Ids.Count);
        foreach (var frame in frames) hostile.Take(frame).ShouldBe(1);
    }
}
