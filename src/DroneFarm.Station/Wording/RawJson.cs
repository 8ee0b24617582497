namespace DroneFarm.Station.Wording;

/// <summary>JSON that is ready already and only put in its place.</summary>
public sealed record RawJson(ReadOnlyMemory<byte> Utf8);
