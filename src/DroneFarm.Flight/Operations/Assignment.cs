using DroneFarm.Core.Planning;

namespace DroneFarm.Flight.Operations;

/// <summary>A sortie to fly and its mission.</summary>
public sealed record Assignment(Sortie Sortie, Mission Mission);
