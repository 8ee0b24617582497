using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.Mavlink.RealData;

/// <summary>Decoding loses nothing: what is written again from the typed message equals what was received.</summary>
public sealed class Reencoding
{
    [Theory]
    [InlineData("arducopter-4.6.3-sitl-spray.tlog")]
    [InlineData("dronekit-flight.tlog")]
    [InlineData("node-mavlink-v2-3412-packets.bin")]
    [InlineData("node-mavlink-data.mavlink")]
    [InlineData("node-mavlink-GH-5.bin")]
    [InlineData("ardusub-small.tlog")]
    [InlineData("pymavlink-battery_status-v2.tlog")]
    public void Every_frame_of_a_log_is_written_again_with_the_same_bytes(string file)
    {
        var visitor = new Rewriter();
        var scanner = new FrameScanner(SharedData.Read("logs/" + file), atEnd: true);
        while (scanner.TryNext(out var frame)) Dispatch.Visit(frame, ref visitor).ShouldBeTrue();
        visitor.Different.ShouldBe(0, visitor.First);
        visitor.Same.ShouldBe((int)scanner.Counts.Good);
    }

    private struct Rewriter : IMessageVisitor
    {
        public int Same, Different;
        public string First;

        public void On<T>(in T message, in FrameView frame) where T : struct, IMessage<T>
        {
            Span<byte> again = stackalloc byte[FrameWriter.MaxFrameLength];
            var length = frame.Version == 1
                ? FrameWriter.WriteV1(again, in message, frame.Sequence, frame.SystemId, frame.ComponentId)
                : FrameWriter.Write(again, in message, frame.Sequence, frame.SystemId, frame.ComponentId);
            if (frame.Bytes.SequenceEqual(again[..length]))
            {
                Same++;
                return;
            }

            if (Different++ == 0) First = $"{T.Name} was {Convert.ToHexString(frame.Bytes)} and became {Convert.ToHexString(again[..length])}";
        }
    }
}
