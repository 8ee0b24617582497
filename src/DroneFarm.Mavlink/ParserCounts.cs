namespace DroneFarm.Mavlink;

/// <summary>What a stream has given so far.</summary>
/// <param name="Good">Valid frames.</param>
/// <param name="BadCrc">Places that looked like a frame of a known message and had another checksum.</param>
/// <param name="UnknownId">Places that looked like a frame of a message this dialect does not have.</param>
/// <param name="JunkBytes">Bytes that belong to no valid frame.</param>
public readonly record struct ParserCounts(long Good, long BadCrc, long UnknownId, long JunkBytes)
{
    public static ParserCounts operator +(ParserCounts a, ParserCounts b) => a.Add(b);

    public ParserCounts Add(ParserCounts other) =>
        new(Good + other.Good, BadCrc + other.BadCrc, UnknownId + other.UnknownId, JunkBytes + other.JunkBytes);
}
