namespace DroneFarm.Station.Access;

/// <summary>A pass phrase as somebody typed it.</summary>
public sealed record LoginRequest(string Phrase);
