namespace DroneFarm.Station.Library;

/// <summary>A farm in a list.</summary>
public sealed record FarmCard(string Id, string Name, int Fields, double AreaM2, bool MadeUp, DateTimeOffset ChangedAt);
