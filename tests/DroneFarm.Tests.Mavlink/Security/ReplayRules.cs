using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Mavlink.Security;
using DroneFarm.Tests.Mavlink.Frames;
using Microsoft.Extensions.Time.Testing;

namespace DroneFarm.Tests.Mavlink.Security;

/// <summary>The guide's rules for accepting signed packets, one test each.</summary>
public sealed class ReplayRules
{
    private static readonly SigningKey Key = SigningKey.FromPassphrase("gangzha");

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly SigningClock clock;
    private readonly SignatureCheck check;

    public ReplayRules() => check = new SignatureCheck(Key, clock = new SigningClock(time));

    private ulong Now => SigningClock.TimestampOf(time.GetUtcNow());

    [Fact]
    public void A_frame_sent_twice_is_accepted_once()
    {
        var frame = Signed(Now);
        Check(frame).ShouldBe(SignatureVerdict.Valid);
        Check(frame).ShouldBe(SignatureVerdict.Replayed);
    }

    [Fact]
    public void A_timestamp_that_does_not_rise_is_a_replay()
    {
        Check(Signed(Now)).ShouldBe(SignatureVerdict.Valid);
        Check(Signed(Now - 1)).ShouldBe(SignatureVerdict.Replayed);
        Check(Signed(Now + 1)).ShouldBe(SignatureVerdict.Valid);
    }

    [Fact]
    public void Each_link_and_sender_has_a_row_of_timestamps_of_its_own()
    {
        Check(Signed(Now)).ShouldBe(SignatureVerdict.Valid);
        Check(Signed(Now, linkId: 2)).ShouldBe(SignatureVerdict.Valid);
        Check(Signed(Now, systemId: 9)).ShouldBe(SignatureVerdict.Valid);
    }

    [Fact]
    public void A_sender_that_is_new_may_be_one_minute_behind_and_no_more()
    {
        Check(Signed(Now - 6_000_000)).ShouldBe(SignatureVerdict.Valid);
        Check(Signed(Now - 6_000_001, linkId: 2)).ShouldBe(SignatureVerdict.TooOld);
    }

    [Fact]
    public void A_received_timestamp_ahead_of_us_moves_our_own()
    {
        Check(Signed(Now + 1_000_000)).ShouldBe(SignatureVerdict.Valid);
        clock.Next().ShouldBe(Now + 1_000_001);
        Check(Signed(Now - 5_500_000, linkId: 2)).ShouldBe(SignatureVerdict.TooOld);
    }

    [Fact]
    public void Another_key_or_a_changed_byte_is_the_wrong_key_and_moves_nothing()
    {
        Check(Signed(Now + 9_000_000, key: SigningKey.FromPassphrase("guess"))).ShouldBe(SignatureVerdict.WrongKey);
        clock.Last.ShouldBe(0ul);
        var changed = Signed(Now);
        changed[^8] ^= 1; // in the timestamp, which the checksum does not cover
        Check(changed).ShouldBe(SignatureVerdict.WrongKey);
    }

    [Fact]
    public void Of_unsigned_frames_only_a_radios_report_is_accepted()
    {
        Accepts(Samples.Heartbeat()).ShouldBeFalse();
        Accepts(Samples.Frame(new RadioStatus { Rssi = 190 })).ShouldBeTrue();
        Accepts(Signed(Now)).ShouldBeTrue();
    }

    [Fact]
    public void Our_own_timestamps_rise_even_when_the_clock_is_set_back()
    {
        var late = new SigningClock(time, last: Now + 500);
        late.Next().ShouldBe(Now + 501);
        late.Next().ShouldBe(Now + 502);
        time.Advance(TimeSpan.FromSeconds(1));
        late.Next().ShouldBe(Now);
    }

    [Fact]
    public void A_sender_with_a_signer_signs_and_the_other_end_accepts()
    {
        var sender = new PacketSender(255, 190) { Signer = new PacketSigner(Key, linkId: 3, new SigningClock(time)) };
        for (var i = 0; i < 5; i++)
        {
            var packet = Samples.Parse(sender.Pack(new Heartbeat()), out _).Single();
            packet.IsSigned.ShouldBeTrue();
            check.Check(packet.View).ShouldBe(SignatureVerdict.Valid);
        }
    }

    private static byte[] Signed(ulong timestamp, byte linkId = 1, byte systemId = 1, SigningKey? key = null)
    {
        var into = new byte[FrameWriter.MaxFrameLength];
        return into[..FrameWriter.Write(into, new Heartbeat { MavlinkVersion = 3 }, 0, systemId, 1, new Signing(key ?? Key, linkId, timestamp))];
    }

    private SignatureVerdict Check(byte[] frame) => check.Check(Samples.Parse(frame, out _).Single().View);

    private bool Accepts(byte[] frame) => check.Accepts(Samples.Parse(frame, out _).Single().View);
}
