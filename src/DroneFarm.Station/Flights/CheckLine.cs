using DroneFarm.Station.Wording;

namespace DroneFarm.Station.Flights;

/// <summary>One line of the checklist before take-off.</summary>
/// <param name="Verdict">holds, fails, unknown or overridden.</param>
public sealed record CheckLine(string Code, string Verdict, Said Text, double? AgeS);
