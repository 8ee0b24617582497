using System.Security.Cryptography;
using System.Text;

namespace DroneFarm.Mavlink.Security;

/// <summary>The 32 secret bytes that both ends of a signed link share. Never shown: its text is its name only.</summary>
public sealed class SigningKey
{
    public const int Length = 32;

    private readonly byte[] secret;

    public SigningKey(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != Length) throw new ArgumentException($"a signing key has {Length} bytes, not {secret.Length}", nameof(secret));
        this.secret = secret.ToArray();
    }

    /// <summary>Only for hashing, for SETUP_SIGNING and for the key store.</summary>
    public ReadOnlySpan<byte> Secret => secret;

    /// <summary>SHA-256 of the UTF-8 text, as Mission Planner and MAVProxy make keys of passphrases.</summary>
    public static SigningKey FromPassphrase(string passphrase) => new(SHA256.HashData(Encoding.UTF8.GetBytes(passphrase)));

    public override string ToString() => "signing key";
}
