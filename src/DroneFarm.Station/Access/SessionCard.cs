namespace DroneFarm.Station.Access;

/// <summary>What a page knows of its own session.</summary>
/// <param name="RequestMark">To be sent with each request that changes something.</param>
/// <param name="Mark">By which the page knows itself as the holder of control.</param>
public sealed record SessionCard(Role Role, string? RequestMark, string? Mark, bool AsksPhrase, double Speed, bool Simulated);
