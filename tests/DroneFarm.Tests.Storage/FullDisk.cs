namespace DroneFarm.Tests.Storage;

/// <summary>A disk that takes so many bytes, writes a part of what comes then, and refuses from there on.</summary>
internal sealed class FullDisk(int capacity) : Stream
{
    private readonly MemoryStream taken = new();

    public byte[] Taken => taken.ToArray();

    public int Flushes { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => taken.Length;

    public override long Position { get => taken.Position; set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count)
    {
        var room = Math.Min(count, capacity - (int)taken.Length);
        taken.Write(buffer, offset, room);
        if (room < count) throw new IOException("No space left on device");
    }

    public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

    public bool FlushFails { get; set; }

    public override void Flush()
    {
        if (FlushFails) throw new IOException("Input/output error");
        Flushes++;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
