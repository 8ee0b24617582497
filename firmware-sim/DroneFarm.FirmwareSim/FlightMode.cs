namespace DroneFarm.FirmwareSim;

/// <summary>The modes this vehicle has; the numbers are ArduCopter's custom_mode.</summary>
public enum FlightMode
{
    Stabilize = 0,
    AltHold = 2,
    Auto = 3,
    Guided = 4,
    Loiter = 5,
    Rtl = 6,
    Land = 9,
    Brake = 17,
    AutoRtl = 27,
}
