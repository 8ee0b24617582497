namespace DroneFarm.Flight.Operations;

/// <summary>What a vehicle's part of a job is at. Which leads to which, and why: <see cref="States.FlightTable"/>.</summary>
public enum FlightPhase
{
    /// <summary>Nothing was begun; waits for the order to start.</summary>
    Waiting,

    /// <summary>Parameters are set and compared.</summary>
    Preparing,

    /// <summary>People fill the tank and change the battery.</summary>
    Refilling,

    /// <summary>Mission, fence and rally points are sent and read back.</summary>
    Uploading,

    /// <summary>Waiting until every item of the checklist holds, and for its slot to take off.</summary>
    Preflight,
    Arming,
    TakingOff,

    /// <summary>In the air with the sprayer off, on the way to a swath.</summary>
    Transit,
    Spraying,

    /// <summary>Holds in the air, sprayer off, until it may go on.</summary>
    Paused,

    /// <summary>Nothing is heard of it while it flies.</summary>
    LinkLost,

    /// <summary>On the way home: the work is done, or somebody or something asked for it.</summary>
    Returning,

    /// <summary>A failsafe or its fence took it: the vehicle acts by itself.</summary>
    OnItsOwn,

    /// <summary>Somebody at the sticks has it: nothing is commanded.</summary>
    PilotHasIt,

    /// <summary>On the ground before its work was done; waits for the choice of how to go on.</summary>
    Interrupted,

    /// <summary>What is left is planned and checked anew.</summary>
    Replanning,

    /// <summary>Stopped: the vehicle is being left safe.</summary>
    MakingSafe,
    Stopped,
    Done,
}
