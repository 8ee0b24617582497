namespace DroneFarm.Flight.Exchanges;

/// <summary>How a command ended. The middle five are the vehicle's own words (MAV_RESULT).</summary>
public enum CommandOutcome
{
    /// <summary>The vehicle took it. That it was done must be seen elsewhere (ARDUPILOT.md points 1 and 15).</summary>
    Accepted,
    TemporarilyRejected,
    Denied,
    Unsupported,
    Failed,
    CancelledByVehicle,

    /// <summary>No answer: it may or may not have been done.</summary>
    TimedOut,
    Cancelled,
}
