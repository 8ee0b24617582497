namespace DroneFarm.Flight.Operations.Preflight;

/// <summary>How an item of the checklist stands. Only <see cref="Holds"/> lets a vehicle take off.</summary>
public enum CheckVerdict
{
    Holds,
    Fails,

    /// <summary>Nobody knows, or what is known is too old: as bad as failing, and shown as what it is.</summary>
    Unknown,

    /// <summary>It does not hold, and somebody has answered for it, which the journal keeps.</summary>
    Overridden,
}
