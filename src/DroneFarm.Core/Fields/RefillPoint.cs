using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Fields;

/// <summary>Where the aircraft takes off, lands, is filled and gets a fresh battery.</summary>
public sealed record RefillPoint(string Id, string Name, LocalPoint Place);
