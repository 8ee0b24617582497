namespace DroneFarm.Flight.Operations.Preflight;

/// <summary>The items of the checklist before each take-off, in the order in which people go through them.</summary>
public enum CheckCode
{
    Link,
    Position,
    Navigation,

    /// <summary>Of jobs whose heights are over the terrain alone; before the vehicle's own checks, which fail by it and say less.</summary>
    Terrain,
    OwnChecks,
    Battery,
    Tank,
    Weather,
    Mission,
    Sprayer,
    Guard,
    Pump,
    Home,
}
