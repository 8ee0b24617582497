using System.Text.Json;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Mavlink.Security;
using Microsoft.Extensions.Time.Testing;

namespace DroneFarm.Tests.Mavlink.RealData;

/// <summary>Frames that other implementations signed: ours reads them, and writes the very same bytes.</summary>
public sealed class SigningVectors
{
    [Theory]
    [InlineData("heartbeat_signed_link1_ts2")]
    [InlineData("optical_flow_ext_signed_link3_ts4")]
    [InlineData("heartbeat_signed_maxts")]
    public void A_signed_vector_is_valid_and_is_signed_again_with_the_same_bytes(string name)
    {
        var (bytes, key) = Vector(name);
        var scanner = new FrameScanner(bytes);
        scanner.TryNext(out var frame).ShouldBeTrue();
        frame.IsSigned.ShouldBeTrue();
        var epoch = new FakeTimeProvider(new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero));
        new SignatureCheck(key!, new SigningClock(epoch)).Check(frame).ShouldBe(SignatureVerdict.Valid);
        new SignatureCheck(SigningKey.FromPassphrase("another"), new SigningClock(epoch)).Check(frame).ShouldBe(SignatureVerdict.WrongKey);

        var signer = new SignAgain { Key = key! };
        Dispatch.Visit(frame, ref signer).ShouldBeTrue();
        Convert.ToHexString(signer.Bytes).ShouldBe(Convert.ToHexString(bytes));
    }

    [Theory]
    [InlineData("heartbeat_v1_unsigned", 1)]
    [InlineData("heartbeat_v2_unsigned", 2)]
    public void An_unsigned_vector_is_valid(string name, int version)
    {
        var scanner = new FrameScanner(Vector(name).Bytes);
        scanner.TryNext(out var frame).ShouldBeTrue();
        frame.Version.ShouldBe(version);
        frame.IsSigned.ShouldBeFalse();
    }

    private static (byte[] Bytes, SigningKey? Key) Vector(string name)
    {
        using var json = JsonDocument.Parse(SharedData.Read("vectors/signing_vectors.json"));
        var vector = json.RootElement.EnumerateArray().First(v => v.GetProperty("name").GetString() == name);
        var key = vector.TryGetProperty("key_hex", out var hex) ? new SigningKey(Convert.FromHexString(hex.GetString()!)) : null;
        return (Convert.FromHexString(vector.GetProperty("frame_hex").GetString()!), key);
    }

    private struct SignAgain : IMessageVisitor
    {
        public required SigningKey Key;
        public byte[] Bytes;

        public void On<T>(in T message, in FrameView frame) where T : struct, IMessage<T>
        {
            var into = new byte[FrameWriter.MaxFrameLength];
            var signing = new Signing(Key, Signature.LinkOf(frame.Bytes), Signature.TimestampOf(frame.Bytes));
            var length = FrameWriter.Write(into, in message, frame.Sequence, frame.SystemId, frame.ComponentId, in signing);
            Bytes = into[..length];
        }
    }
}
