namespace DroneFarm.Flight.Exchanges.Files;

/// <summary>Bytes that come in parts, in any order and more than once.</summary>
internal sealed class GrowingBytes
{
    private readonly SortedList<int, int> parts = []; // disjoint: start, end
    private byte[] bytes = [];

    /// <summary>Where the first byte is missing.</summary>
    public int FirstGap => parts.Count > 0 && parts.Keys[0] == 0 ? parts.Values[0] : 0;

    /// <summary>Behind the last byte that came.</summary>
    public int Length => parts.Count > 0 ? parts.Values[^1] : 0;

    /// <summary>Where the first gap ends; null when nothing came behind it.</summary>
    public int? FirstGapEnds => FirstGap == Length ? null : parts.Keys[parts.Keys[0] == 0 ? 1 : 0];

    public void Put(int start, ReadOnlySpan<byte> part)
    {
        if (part.IsEmpty) return;
        var end = start + part.Length;
        if (bytes.Length < end) Array.Resize(ref bytes, Math.Max(end, bytes.Length * 2));
        part.CopyTo(bytes.AsSpan(start));
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            var (s, e) = (parts.Keys[i], parts.Values[i]);
            if (e < start || s > end) continue;
            (start, end) = (Math.Min(start, s), Math.Max(end, e));
            parts.RemoveAt(i);
        }

        parts.Add(start, end);
    }

    public ReadOnlyMemory<byte> ToFirstGap() => bytes.AsMemory(0, FirstGap);
}
