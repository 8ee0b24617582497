namespace DroneFarm.Flight.Operations;

/// <summary>Where a job stands: which sortie, what it is at, and the mission in hand once there is one.</summary>
internal sealed record Stage(int Sortie, FlightPhase Phase, MissionShape? Shape);
