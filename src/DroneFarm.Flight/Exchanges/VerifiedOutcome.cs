namespace DroneFarm.Flight.Exchanges;

/// <summary>What is known of the vehicle's list after a <see cref="VerifiedUpload"/>. Everything but <see cref="Verified"/> means: unknown, do not arm.</summary>
public enum VerifiedOutcome
{
    /// <summary>It was read back and is what was sent.</summary>
    Verified,

    /// <summary>The vehicle will not take it.</summary>
    Refused,

    /// <summary>Another ground station is at it.</summary>
    Busy,

    /// <summary>It was read back, and something else is there, also after trying again.</summary>
    Differs,

    /// <summary>It could not be sent or not be read back.</summary>
    Unreachable,
    Cancelled,
}
