namespace DroneFarm.Flight.Operations;

/// <summary>Why a job ended.</summary>
public enum JobEnd
{
    /// <summary>All its sorties were flown.</summary>
    Done,
    Cancelled,

    /// <summary>The vehicle could not be prepared, refused the mission or would not arm.</summary>
    NotReady,
    PilotTookOver,
    Failsafe,
    EndedEarly,
    LinkLost,

    /// <summary>The journal could not be written.</summary>
    JournalFailed,
}
