using System.Security.Cryptography;
using System.Text;

namespace DroneFarm.Station.Access;

/// <summary>The pass phrases of a station, one for each role that has one. Only their hashes are kept; there is no default.</summary>
public sealed class PassPhrases
{
    /// <summary>Shorter ones are guessed on a farm's Wi-Fi.</summary>
    public const int LeastLength = 8;

    /// <summary>Iterations of PBKDF2-HMAC-SHA256: OWASP password storage cheat sheet, 2023.</summary>
    private const int Iterations = 600_000;
    private const int HashBytes = 32;

    private readonly IReadOnlyList<(Role Role, byte[] Salt, byte[] Hash)> known;

    private PassPhrases(IReadOnlyList<(Role, byte[], byte[])> known) => this.known = known;

    public static PassPhrases None { get; } = new([]);

    public bool AreAsked => known.Count > 0;

    /// <exception cref="ArgumentException">One is shorter than <see cref="LeastLength"/>, or two roles share one.</exception>
    public static PassPhrases Of(IReadOnlyDictionary<Role, string> phrases)
    {
        if (phrases.Values.Any(p => p.Trim().Length < LeastLength)) throw new ArgumentException($"a pass phrase has at least {LeastLength} characters", nameof(phrases));
        if (phrases.Values.Distinct().Count() < phrases.Count) throw new ArgumentException("two roles share a pass phrase", nameof(phrases));
        return new PassPhrases([.. phrases.Select(p =>
        {
            var salt = RandomNumberGenerator.GetBytes(16);
            return (p.Key, salt, HashOf(p.Value, salt));
        })]);
    }

    /// <summary>The role a phrase opens; <see cref="Role.Nobody"/> for a wrong one. Takes the same time for all of them.</summary>
    public Role RoleOf(string phrase)
    {
        var role = Role.Nobody;
        foreach (var (opens, salt, hash) in known)
        {
            if (CryptographicOperations.FixedTimeEquals(HashOf(phrase, salt), hash)) role = opens;
        }

        return role;
    }

    private static byte[] HashOf(string phrase, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(phrase.Trim()), salt, Iterations, HashAlgorithmName.SHA256, HashBytes);
}
