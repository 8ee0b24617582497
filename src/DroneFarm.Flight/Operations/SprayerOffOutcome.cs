namespace DroneFarm.Flight.Operations;

/// <summary>What is known of the pump after we told it to stop.</summary>
public enum SprayerOffOutcome
{
    /// <summary>The pump's output was seen at its minimum after the order.</summary>
    Confirmed,

    /// <summary>The order was acknowledged, which means little (ARDUPILOT.md point 1), and no output was reported to look at.</summary>
    Acknowledged,

    /// <summary>The order was acknowledged, and the pump runs on.</summary>
    StillRunning,
    Unanswered,
    Cancelled,
}
