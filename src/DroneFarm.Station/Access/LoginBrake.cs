using System.Collections.Concurrent;

namespace DroneFarm.Station.Access;

/// <summary>Slows down whoever guesses pass phrases: after a few wrong ones an address waits.</summary>
public sealed class LoginBrake(TimeProvider time)
{
    private const int MostWrong = 5;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (int Wrong, DateTimeOffset Last)> tried = new();

    public bool MustWait(string address) => tried.TryGetValue(address, out var seen) && seen.Wrong >= MostWrong && time.GetUtcNow() - seen.Last < Rest;

    public void Wrong(string address)
    {
        var now = time.GetUtcNow();
        tried.AddOrUpdate(address, (1, now), (_, seen) => now - seen.Last < Rest ? (seen.Wrong + 1, now) : (1, now));
    }

    public void Right(string address) => tried.TryRemove(address, out _);
}
