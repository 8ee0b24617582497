using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DroneFarm.Station.Access;

/// <summary>
/// Seals sessions into cookies with a key that lies in the library, so that a station that was restarted in the middle of a flight knows its pilot again.
/// </summary>
public sealed class SessionSeal(byte[] key)
{
    private const int KeyBytes = 32;

    /// <summary>Reads the key, or makes one that only its owner may read.</summary>
    public static SessionSeal In(string path)
    {
        if (File.Exists(path) && File.ReadAllBytes(path) is { Length: KeyBytes } kept) return new SessionSeal(kept);
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(key);
        return new SessionSeal(key);
    }

    public static Session NewSession(Role role, DateTimeOffset until) => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), role, until);

    public string Seal(Session session)
    {
        var content = $"{session.Id}.{(int)session.Role}.{session.Until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}";
        return $"{content}.{MarkOf("session:" + content)}";
    }

    /// <summary>Null for a cookie that is not ours, was changed or has run out.</summary>
    public Session? Open(string? cookie, DateTimeOffset now)
    {
        var cut = cookie?.LastIndexOf('.') ?? -1;
        if (cut < 0 || !IsMark("session:" + cookie![..cut], cookie[(cut + 1)..])) return null;
        var parts = cookie[..cut].Split('.');
        var until = DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[2], CultureInfo.InvariantCulture));
        return until > now ? new Session(parts[0], (Role)int.Parse(parts[1], CultureInfo.InvariantCulture), until) : null;
    }

    /// <summary>What a page of this session must send with every request that changes something; another site cannot know it.</summary>
    public string RequestMark(Session session) => MarkOf("request:" + session.Id);

    public bool IsRequestMark(Session session, string? mark) => mark is not null && IsMark("request:" + session.Id, mark);

    private bool IsMark(string content, string mark) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(MarkOf(content)), Encoding.ASCII.GetBytes(mark));

    private string MarkOf(string content) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(content)));
}
