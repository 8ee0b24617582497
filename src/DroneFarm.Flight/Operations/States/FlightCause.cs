namespace DroneFarm.Flight.Operations.States;

/// <summary>What can move a vehicle's part of a job from one phase to another.</summary>
public enum FlightCause
{
    StartAsked,

    /// <summary>It flies already: a ground station that was gone takes its flight up again.</summary>
    Adopted,

    /// <summary>A job that was begun before goes on.</summary>
    TakenUp,
    Prepared,
    Filled,
    Uploaded,

    /// <summary>Every item of the checklist holds.</summary>
    Cleared,
    Launched,

    /// <summary>It armed and did not start; it is disarmed again and may be tried once more.</summary>
    NotLaunched,

    /// <summary>Up, and on its way to the first swath.</summary>
    TurnedToWork,
    SwathBegun,
    SwathLeft,

    /// <summary>The mission's tail is reached.</summary>
    WorkDone,
    PauseAsked,

    /// <summary>The vehicle would not hold; it flies on.</summary>
    PauseRefused,
    /// <summary>The wind is over the product's limit.</summary>
    WindOver,
    GoOnAsked,

    /// <summary>The vehicle would not go on; it holds still.</summary>
    GoOnRefused,
    ReturnAsked,
    RanDry,
    BatteryLow,
    LinkLost,
    LinkBack,
    FailsafeActed,
    FenceBreached,
    PilotTook,
    GivenBack,

    /// <summary>Landed with the whole mission flown, and there is more.</summary>
    SortieFlown,

    /// <summary>Landed with the whole mission flown, and it was the last.</summary>
    JobFlown,

    /// <summary>Landed, or lost, before the mission's end.</summary>
    CutShort,
    ResumeAsked,
    Replanned,
    NothingLeft,

    /// <summary>A step on the ground failed.</summary>
    Refused,
    StopAsked,
    MadeSafe,
}
