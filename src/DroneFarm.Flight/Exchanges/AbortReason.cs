namespace DroneFarm.Flight.Exchanges;

/// <summary>Why a conversation was ended from outside.</summary>
public enum AbortReason
{
    Cancelled,

    /// <summary>The vehicle's loop ended.</summary>
    Closed,
}
