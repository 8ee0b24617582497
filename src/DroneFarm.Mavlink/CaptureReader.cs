namespace DroneFarm.Mavlink;

/// <summary>Reads a raw capture: the bytes of a link as they came, without times.</summary>
public static class CaptureReader
{
    /// <summary>Reads as the caller takes, holding one block of the stream at a time.</summary>
    public static IEnumerable<Packet> Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        List<Packet> packets = [];
        foreach (var _ in Blocks.Read(stream, (block, atEnd) => Take(block, atEnd, packets)))
        {
            foreach (var packet in packets) yield return packet;
            packets.Clear();
        }
    }

    private static int Take(ReadOnlySpan<byte> block, bool atEnd, List<Packet> into)
    {
        var scanner = new FrameScanner(block, atEnd);
        while (scanner.TryNext(out var frame)) into.Add(frame.ToPacket());
        return scanner.Position;
    }
}
