namespace DroneFarm.Station.Live;

/// <summary>One link and what it has done.</summary>
public sealed record LinkNow(string Url, string State, string? Fault, long Received, long Sent, long Damaged, long JunkBytes, long Overrun, long SendOverrun, int Opened);
