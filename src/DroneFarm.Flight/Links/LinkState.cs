namespace DroneFarm.Flight.Links;

/// <summary>Whether a link's pipe stands.</summary>
public enum LinkState
{
    Opening,
    Open,

    /// <summary>It broke or would not open; it is tried again shortly.</summary>
    Waiting,

    Closed,
}
