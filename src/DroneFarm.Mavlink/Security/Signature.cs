using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DroneFarm.Mavlink.Security;

/// <summary>
/// The 13 bytes behind a signed frame: link id, 48 bits of timestamp, and the first 48 bits of SHA-256 over the secret, the frame, link id
/// and timestamp. Source: mavlink.io, "Message signing".
/// </summary>
internal static class Signature
{
    private const int TimestampLength = 6, HashLength = 6, LinkAndTime = 1 + TimestampLength;

    /// <summary>Signs the <paramref name="length"/> bytes of the frame and returns how many bytes that adds.</summary>
    public static int Write(Span<byte> frame, int length, in Signing signing)
    {
        Span<byte> time = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(time, signing.Timestamp);
        frame[length] = signing.LinkId;
        time[..TimestampLength].CopyTo(frame[(length + 1)..]);
        Hash(signing.Key, frame[..(length + LinkAndTime)], frame.Slice(length + LinkAndTime, HashLength));
        return FrameLayout.SignatureLength;
    }

    public static byte LinkOf(ReadOnlySpan<byte> signedFrame) => signedFrame[^FrameLayout.SignatureLength];

    public static ulong TimestampOf(ReadOnlySpan<byte> signedFrame)
    {
        var time = signedFrame[^(TimestampLength + HashLength)..^HashLength];
        return BinaryPrimitives.ReadUInt32LittleEndian(time) | ((ulong)BinaryPrimitives.ReadUInt16LittleEndian(time[4..]) << 32);
    }

    public static bool IsBy(SigningKey key, ReadOnlySpan<byte> signedFrame)
    {
        Span<byte> expected = stackalloc byte[HashLength];
        Hash(key, signedFrame[..^HashLength], expected);
        return CryptographicOperations.FixedTimeEquals(expected, signedFrame[^HashLength..]);
    }

    private static void Hash(SigningKey key, ReadOnlySpan<byte> signed, Span<byte> into)
    {
        Span<byte> input = stackalloc byte[SigningKey.Length + FrameLayout.MaxLength];
        key.Secret.CopyTo(input);
        signed.CopyTo(input[SigningKey.Length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input[..(SigningKey.Length + signed.Length)], hash);
        hash[..HashLength].CopyTo(into);
    }
}
