namespace DroneFarm.Core.Spraying;

/// <summary>A person or firm as a record names it; what is not known is empty.</summary>
public sealed record Party(string Name, string Address = "");
