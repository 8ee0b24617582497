using DroneFarm.Core.Flights;

namespace DroneFarm.Storage.Formats.Isoxml;

/// <summary>A flown job as a task of ISOXML.</summary>
/// <param name="SwathWidthM">The working width, for rates along the track.</param>
/// <param name="AreaM2">Sprayed.</param>
public sealed record TaskRecord(string Name, string Sprayer, FlightLog Log, double SwathWidthM, double Litres, double AreaM2);
