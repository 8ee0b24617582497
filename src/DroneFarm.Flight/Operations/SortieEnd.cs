namespace DroneFarm.Flight.Operations;

/// <summary>How a sortie ended.</summary>
public enum SortieEnd
{
    /// <summary>Every item was flown in AUTO; landed and disarmed.</summary>
    Flown,

    /// <summary>We called it home before its work was done: asked by the operator, out of liquid, or low on battery.</summary>
    BroughtHome,

    /// <summary>Somebody else changed the mode: from then on nothing was commanded but the sprayer's stop.</summary>
    PilotTookOver,

    /// <summary>The vehicle took matters into its own hands.</summary>
    Failsafe,

    /// <summary>It disarmed before the mission's end.</summary>
    EndedEarly,

    /// <summary>It was not heard again.</summary>
    LinkLost,

    /// <summary>It never left the ground.</summary>
    NotFlown,
    Cancelled,
}
