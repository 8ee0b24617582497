namespace DroneFarm.Flight.Operations;

/// <summary>What a job is at.</summary>
public enum FlightPhase
{
    /// <summary>Parameters are set and compared.</summary>
    Preparing,

    /// <summary>People fill the tank and change the battery.</summary>
    Refilling,

    /// <summary>Mission, fence and rally points are sent and read back.</summary>
    Uploading,

    /// <summary>Waiting for position and pre-arm checks.</summary>
    GettingReady,
    Arming,
    Flying,

    /// <summary>The work of the sortie is done, the vehicle is on its way home.</summary>
    Returning,

    /// <summary>Stopped: the vehicle is being left safe.</summary>
    MakingSafe,
    Done,
}
