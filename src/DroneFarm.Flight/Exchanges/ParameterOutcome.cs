namespace DroneFarm.Flight.Exchanges;

/// <summary>How reading or setting a parameter ended.</summary>
public enum ParameterOutcome
{
    /// <summary>The vehicle's echo is the value wanted, or the value read.</summary>
    Done,

    /// <summary>The vehicle holds another value than was sent: it clamps and cuts in silence (ARDUPILOT.md point 29).</summary>
    Differs,

    /// <summary>Silence, which is also how an unknown name is answered.</summary>
    TimedOut,
    Cancelled,
}
