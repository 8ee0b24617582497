using System.Text;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Mavlink.Security;
using DroneFarm.Tests.Mavlink.Frames;

namespace DroneFarm.Tests.Mavlink.Security;

/// <summary>Keys are stored where they belong and seen nowhere else.</summary>
public sealed class Secrets
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_frame_that_carries_a_key_is_neither_logged_nor_forwarded()
    {
        var packet = Samples.Parse(Samples.Frame(new SetupSigning { TargetSystem = 1, InitialTimestamp = 1 }), out _).Single();
        SecretMessages.MayLeave(packet.MessageId).ShouldBeFalse();
        SecretMessages.MayLeave(MessageIds.Heartbeat).ShouldBeTrue();
        using var log = new MemoryStream();
        TlogWriter.Write(log, Noon, packet).ShouldBeFalse();
        log.Length.ShouldBe(0);
    }

    [Fact]
    public void A_key_does_not_show_itself() => $"{new Signing(SigningKey.FromPassphrase("x"), 1, 2)}".ShouldContain("Key = signing key");

    [Fact]
    public void A_passphrase_makes_the_key_that_other_ground_stations_make_of_it() => Convert.ToHexStringLower(SigningKey.FromPassphrase("abc").Secret)
        .ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); // FIPS 180-2, example B.1

    [Fact]
    public void A_key_store_comes_back_from_its_file_as_it_was()
    {
        var store = new SigningKeyStore { LastTimestamp = 123_456_789_012 };
        store.Set(1, SigningKey.FromPassphrase("one"));
        store.Set(200, SigningKey.FromPassphrase("two"));
        using var file = new MemoryStream();
        store.Save(file);
        file.Position = 0;
        var back = SigningKeyStore.Load(file);
        back.LastTimestamp.ShouldBe(store.LastTimestamp);
        back.Systems.ShouldBe([(byte)1, (byte)200]);
        back.Find(200)!.Secret.SequenceEqual(SigningKey.FromPassphrase("two").Secret).ShouldBeTrue();
        back.Find(3).ShouldBeNull();
        back.Forget(1).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"lastTimestamp":1,"keys":{"300":""}}""")]
    [InlineData("""{"lastTimestamp":1,"keys":{"1":"AAAA"}}""")]
    public void A_file_that_is_no_key_store_is_refused_with_a_reason(string text) =>
        Should.Throw<FormatException>(() => SigningKeyStore.Load(new MemoryStream(Encoding.UTF8.GetBytes(text))))
            .Message.ShouldStartWith("not a store of signing keys: ");
}
