namespace DroneFarm.Core.Flights;

/// <summary>What kind of thing a <see cref="FlightEvent"/> is.</summary>
public enum FlightEventKind
{
    Note,
    MissionVerified,
    Armed,
    TookOff,
    SwathStarted,
    SwathEnded,
    Returning,
    Landed,
    Disarmed,
    Refilled,
    SprayerOff,
    ModeChanged,
    LinkLost,
    LinkBack,
    Alarm,
    Stopped,
    SortieDone,
    JobDone,

    /// <summary>The executive went from one phase to another; see <see cref="PhaseChange"/>.</summary>
    PhaseChanged,

    /// <summary>What is left of the job was planned anew.</summary>
    Replanned,
}
