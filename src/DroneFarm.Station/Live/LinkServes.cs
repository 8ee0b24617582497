namespace DroneFarm.Station.Live;

/// <summary>How one link serves one vehicle.</summary>
public sealed record LinkServes(string Url, double LossPct, double RateHz, double AgeS, bool Used);
