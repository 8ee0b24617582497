namespace DroneFarm.Station.Flights;

/// <summary>An order to one vehicle's flight.</summary>
/// <param name="Order">start, pause, resume, return, stop, refilled.</param>
/// <param name="Answers">Somebody answers for what holds the flight back, as the wind.</param>
/// <param name="Entry">Where a resumed job goes on: atBreakpoint, swathStart, nextSwath, nearest.</param>
/// <param name="Who">The name of whoever answers, which the journal keeps.</param>
public sealed record OrderRequest(string Order, string? Entry = null, bool Answers = false, string? Who = null);
