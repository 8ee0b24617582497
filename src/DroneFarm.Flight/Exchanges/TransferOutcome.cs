namespace DroneFarm.Flight.Exchanges;

/// <summary>How a transfer of mission, fence or rally points ended.</summary>
public enum TransferOutcome
{
    /// <summary>The vehicle says it has it all, or gave it all.</summary>
    Done,

    /// <summary>The vehicle will not take these items; trying again does not help.</summary>
    Refused,

    /// <summary>Another ground station is at it.</summary>
    Busy,

    /// <summary>Broken off half-way. After an upload the vehicle may hold a mix of old and new (ARDUPILOT.md point 9).</summary>
    Interrupted,

    /// <summary>Everything was sent, and no word came whether it was taken: only reading back can tell.</summary>
    Unconfirmed,

    /// <summary>The vehicle never answered.</summary>
    TimedOut,
    Cancelled,
}
