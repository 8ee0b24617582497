namespace DroneFarm.Flight.Operations;

/// <summary>How a <see cref="Launch"/> ended.</summary>
public enum LaunchOutcome
{
    /// <summary>Armed and in AUTO, by the heartbeat.</summary>
    Started,

    /// <summary>Arming was refused until the time ran out.</summary>
    NotArmed,

    /// <summary>It armed, but the mission did not start; it was disarmed again.</summary>
    NotStarted,

    /// <summary>Somebody changed the mode meanwhile.</summary>
    TakenOver,
    TimedOut,
    Cancelled,
}
