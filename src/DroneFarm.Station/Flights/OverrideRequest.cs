namespace DroneFarm.Station.Flights;

/// <summary>Somebody answers for an item of the checklist.</summary>
public sealed record OverrideRequest(string Code);
