namespace DroneFarm.Station.Live;

/// <summary>A value and how old it is: a page greys what is stale, and shows nothing for what was never heard.</summary>
public sealed record Aged<T>(T Value, double AgeS);
