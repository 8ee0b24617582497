using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Mavlink.Security;

/// <summary>Judges the signatures of received frames by the replay rules of the MAVLink guide. Not for several threads.</summary>
/// <remarks>Source: mavlink.io, "Message signing, Accepting signed packets".</remarks>
public sealed class SignatureCheck(SigningKey key, SigningClock clock)
{
    /// <summary>One minute: a sender that is new to us may be that far behind.</summary>
    private const ulong NewSenderLag = 6_000_000;

    // Only a valid signature makes an entry, so a stranger cannot fill it.
    private readonly Dictionary<(byte System, byte Component, byte Link), ulong> lastOf = [];

    /// <summary>Valid, or one of the few messages that come without signature from within the link: a radio's own report.</summary>
    public bool Accepts(in FrameView frame) => Check(in frame) switch
    {
        SignatureVerdict.Valid => true,
        SignatureVerdict.NotSigned => frame.MessageId == MessageIds.RadioStatus,
        _ => false,
    };

    /// <summary>A valid frame moves its sender's timestamp: the same frame is a replay the second time.</summary>
    public SignatureVerdict Check(in FrameView frame)
    {
        if (!frame.IsSigned) return SignatureVerdict.NotSigned;
        if (!Signature.IsBy(key, frame.Bytes)) return SignatureVerdict.WrongKey;
        var timestamp = Signature.TimestampOf(frame.Bytes);
        var sender = (frame.SystemId, frame.ComponentId, Signature.LinkOf(frame.Bytes));
        if (lastOf.TryGetValue(sender, out var last))
        {
            if (timestamp <= last) return SignatureVerdict.Replayed;
        }
        else if (timestamp + NewSenderLag < clock.Now())
        {
            return SignatureVerdict.TooOld;
        }

        lastOf[sender] = timestamp;
        clock.Observe(timestamp);
        return SignatureVerdict.Valid;
    }
}
