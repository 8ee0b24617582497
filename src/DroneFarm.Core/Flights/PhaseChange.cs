using DroneFarm.Core.Text;

namespace DroneFarm.Core.Flights;

/// <summary>How a change of phase is written in an event: the sentence is the phase's own, and what fills no place in it is the reason, key first.</summary>
public static class PhaseChange
{
    public static Phrase Text(string phaseKey, Phrase reason) => new(phaseKey, [reason.Key, .. reason.Args]);

    /// <summary>Why a phase was entered; null for an event that is no change of phase.</summary>
    public static Phrase? Reason(FlightEvent happened) =>
        happened.Kind == FlightEventKind.PhaseChanged && happened.Text.Args.Count > 0 ? new(happened.Text.Args[0], [.. happened.Text.Args.Skip(1)]) : null;
}
