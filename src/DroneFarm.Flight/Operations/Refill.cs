using DroneFarm.Core.Planning;

namespace DroneFarm.Flight.Operations;

/// <summary>
/// Fills the tank and changes the battery for the sortie to come, with the vehicle disarmed and its sprayer off; called before each sortie, the first
/// included. Ends when the vehicle may take off again.
/// </summary>
public delegate Task Refill(Sortie sortie, CancellationToken cancel);
