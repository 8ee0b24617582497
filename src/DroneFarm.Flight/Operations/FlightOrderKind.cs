namespace DroneFarm.Flight.Operations;

/// <summary>What a person may ask of one vehicle's flight.</summary>
public enum FlightOrderKind
{
    Start,

    /// <summary>Hold in the air with the sprayer off.</summary>
    Pause,

    /// <summary>Go on: out of a pause along the mission, or after an interruption with a fresh mission for what is left.</summary>
    Resume,

    /// <summary>Sprayer off and home; what is left can be resumed.</summary>
    Return,

    /// <summary>Sprayer off and home; the job ends.</summary>
    Stop,
}
