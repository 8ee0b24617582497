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
}
