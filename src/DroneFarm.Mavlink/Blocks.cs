namespace DroneFarm.Mavlink;

/// <summary>Takes a stream through one buffer, block by block.</summary>
internal static class Blocks
{
    private const int Length = 64 * 1024;

    /// <summary>Takes what it can use of a block and returns how many bytes that were; the rest comes again with more behind it.</summary>
    public delegate int Taker(ReadOnlySpan<byte> block, bool atEnd);

    /// <summary>Yields after each block, so that the caller can pass on what was taken.</summary>
    public static IEnumerable<int> Read(Stream stream, Taker take)
    {
        var buffer = new byte[Length];
        for (int filled = 0, got = -1; got != 0;)
        {
            got = stream.Read(buffer, filled, Length - filled);
            filled += got;
            var taken = take(buffer.AsSpan(0, filled), atEnd: got == 0);
            buffer.AsSpan(taken, filled - taken).CopyTo(buffer);
            filled -= taken;
            yield return taken;
        }
    }
}
