namespace DroneFarm.Mavlink.Security;

/// <summary>Signs the frames of one link.</summary>
public sealed class PacketSigner(SigningKey key, byte linkId, SigningClock clock)
{
    public Signing Next() => new(key, linkId, clock.Next());
}
