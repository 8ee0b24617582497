using System.Collections;
using System.Collections.Concurrent;

namespace DroneFarm.Station.Flights;

/// <summary>A set that others read while it grows.</summary>
internal sealed class LiveSet<T>(ConcurrentDictionary<T, bool> held) : IReadOnlySet<T>
    where T : notnull
{
    public int Count => held.Count;

    public bool Contains(T item) => held.ContainsKey(item);

    public bool IsProperSubsetOf(IEnumerable<T> other) => Now().IsProperSubsetOf(other);

    public bool IsProperSupersetOf(IEnumerable<T> other) => Now().IsProperSupersetOf(other);

    public bool IsSubsetOf(IEnumerable<T> other) => Now().IsSubsetOf(other);

    public bool IsSupersetOf(IEnumerable<T> other) => Now().IsSupersetOf(other);

    public bool Overlaps(IEnumerable<T> other) => Now().Overlaps(other);

    public bool SetEquals(IEnumerable<T> other) => Now().SetEquals(other);

    public IEnumerator<T> GetEnumerator() => held.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private HashSet<T> Now() => [.. held.Keys];
}
