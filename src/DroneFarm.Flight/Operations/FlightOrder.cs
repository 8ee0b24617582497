using DroneFarm.Core.Resuming;

namespace DroneFarm.Flight.Operations;

/// <summary>One order to one vehicle's flight.</summary>
/// <param name="Entry">Where a resumed job goes on; of no meaning for other orders.</param>
/// <param name="Answers">Whoever orders it answers for what holds the vehicle, as wind over the limit; the journal keeps it.</param>
public sealed record FlightOrder(FlightOrderKind Kind, ReEntry Entry = ReEntry.AtBreakpoint, bool Answers = false);
