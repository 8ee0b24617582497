namespace DroneFarm.Flight.Operations.Preflight;

/// <summary>The items of the checklist before each take-off, in the order in which people go through them.</summary>
public enum CheckCode
{
    Link,
    Position,
    Navigation,
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
