using System.Buffers.Binary;
using DroneFarm.Mavlink.Security;

namespace DroneFarm.Mavlink;

/// <summary>Writes tlog records.</summary>
public static class TlogWriter
{
    /// <summary>False, and nothing written, when the packet carries a secret.</summary>
    public static bool Write(Stream stream, DateTimeOffset time, Packet packet)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!SecretMessages.MayLeave(packet.MessageId)) return false;
        Span<byte> stamp = stackalloc byte[TlogScanner.TimeLength];
        var microseconds = (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        BinaryPrimitives.WriteInt64BigEndian(stamp, Math.Max(0, microseconds));
        stream.Write(stamp);
        stream.Write(packet.Bytes);
        return true;
    }
}
