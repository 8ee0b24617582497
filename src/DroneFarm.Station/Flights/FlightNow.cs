using DroneFarm.Station.Wording;

namespace DroneFarm.Station.Flights;

/// <summary>How one vehicle's part of a job stands.</summary>
/// <param name="Share">Which of the job's aircraft it flies for, from 1.</param>
/// <param name="Phase">A word of the executive's.</param>
/// <param name="Reason">The phase in words.</param>
/// <param name="Because">What led to it.</param>
/// <param name="TankL">Litres left in the tank by what was filled and what the pump said since.</param>
/// <param name="Sortie">Its number in the plan of all aircraft.</param>
/// <param name="Turn">Which of this aircraft's own sorties it is, from 1.</param>
/// <param name="HeldByWind">Wind over the limit holds it in the air until it falls or somebody answers for it; null when it does not.</param>
/// <param name="Orders">What may be asked of it now.</param>
/// <param name="DoneM2">Sprayed by this vehicle, as flown.</param>
/// <param name="Fault">A fault of the program that ended the flight's loops; null when all is well.</param>
/// <param name="RefillL">Litres that people are asked to fill before it goes on; null when nothing waits for them.</param>
public sealed record FlightNow(
    string JobId,
    int Share,
    string Phase,
    Said Reason,
    Said? Because,
    int Sortie,
    int Sorties,
    int Turn,
    double JobFraction,
    double Litres,
    double TankL,
    double DoneM2,
    double LeftM2,
    double LeftMin,
    double SwathWidthM,
    double? RefillL,
    IReadOnlyList<CheckLine> Checklist,
    Said? HeldByWind,
    IReadOnlyList<string> Orders,
    IReadOnlyList<double[]> Breakpoints,
    bool Over,
    string? Fault);
