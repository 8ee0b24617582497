namespace DroneFarm.Flight.Operations;

/// <summary>Why a job ended.</summary>
public enum JobEnd
{
    /// <summary>All its sorties were flown.</summary>
    Done,
    Cancelled,

    /// <summary>The vehicle could not be prepared, refused the mission or would not arm.</summary>
    NotReady,

    /// <summary>It was armed before the job began, by somebody else: nothing was commanded.</summary>
    AlreadyArmed,
    PilotTookOver,
    Failsafe,
    EndedEarly,
    LinkLost,

    /// <summary>It was called home, and nobody chose to go on.</summary>
    BroughtHome,

    /// <summary>The journal could not be written.</summary>
    JournalFailed,
}
