using DroneFarm.Core.Text;

namespace DroneFarm.Core.Flights;

/// <summary>Something that happened in a flight, with its moment and its reason.</summary>
/// <param name="Text">A key of the phrasebook; what the vehicle itself says travels as <c>flight.vehicle-says</c>.</param>
public sealed record FlightEvent(DateTimeOffset At, VehicleId Vehicle, int SortieNumber, FlightEventKind Kind, Phrase Text);
