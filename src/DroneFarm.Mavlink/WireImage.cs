using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DroneFarm.Mavlink;

/// <summary>
/// Copies between a payload and a message struct. A generated struct has its fields in wire order without padding, and the wire is
/// little-endian, so one copy of bytes is all there is to decoding.
/// </summary>
internal static class WireImage
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read<T>(ReadOnlySpan<byte> payload, out T message) where T : struct
    {
        ThrowIfBigEndian();
        if (payload.Length >= Unsafe.SizeOf<T>())
        {
            message = MemoryMarshal.Read<T>(payload);
            return;
        }

        message = default;
        payload.CopyTo(MemoryMarshal.AsBytes(new Span<T>(ref message)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write<T>(Span<byte> payload, in T message) where T : struct
    {
        ThrowIfBigEndian();
        MemoryMarshal.Write(payload, in message);
        return Unsafe.SizeOf<T>();
    }

    // A constant to the compiler: costs nothing where it does not throw.
    private static void ThrowIfBigEndian()
    {
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("The message structs mirror a little-endian wire.");
    }
}
