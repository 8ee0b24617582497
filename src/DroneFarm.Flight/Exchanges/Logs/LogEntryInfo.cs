namespace DroneFarm.Flight.Exchanges.Logs;

/// <summary>One log on board.</summary>
/// <param name="Begun">Null when the vehicle did not know the time.</param>
public sealed record LogEntryInfo(int Id, long SizeBytes, DateTimeOffset? Begun);
