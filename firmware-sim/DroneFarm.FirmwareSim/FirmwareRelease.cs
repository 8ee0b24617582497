namespace DroneFarm.FirmwareSim;

/// <summary>Whose names and units the vehicle's parameters have, and which release it says it is. In all else it is ArduCopter 4.6.3.</summary>
public enum FirmwareRelease
{
    /// <summary>ArduCopter 4.6.3.</summary>
    Copter46,

    /// <summary>ArduCopter 4.7.1, which has metres where the releases before it have centimetres.</summary>
    Copter47,
}
