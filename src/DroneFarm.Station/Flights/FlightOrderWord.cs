namespace DroneFarm.Station.Flights;

/// <summary>What a page may ask of one vehicle's flight.</summary>
public enum FlightOrderWord
{
    Start,
    Pause,
    Resume,
    Return,
    Stop,

    /// <summary>Tank and battery are fresh; it may take off again.</summary>
    Refilled,
}
