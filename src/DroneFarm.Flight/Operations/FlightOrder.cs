using DroneFarm.Core.Resuming;

namespace DroneFarm.Flight.Operations;

/// <summary>One order to one vehicle's flight.</summary>
/// <param name="Entry">Where a resumed job goes on; of no meaning for other orders.</param>
public sealed record FlightOrder(FlightOrderKind Kind, ReEntry Entry = ReEntry.AtBreakpoint);
