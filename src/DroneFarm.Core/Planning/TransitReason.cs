namespace DroneFarm.Core.Planning;

/// <summary>Why a transit is flown: only the first stays inside the field.</summary>
public enum TransitReason
{
    /// <summary>From one swath of a field to its next; never leaves the field.</summary>
    NextSwath,

    /// <summary>Between fields, at transit height.</summary>
    NextField,

    /// <summary>From the refill point to the work.</summary>
    ToWork,

    /// <summary>From the work to the refill point.</summary>
    ToRefill,
}
