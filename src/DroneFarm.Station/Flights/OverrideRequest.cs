namespace DroneFarm.Station.Flights;

/// <summary>Somebody answers for an item of one aircraft's checklist.</summary>
/// <param name="Who">The name that the journal keeps.</param>
public sealed record OverrideRequest(string Code, string Who);
