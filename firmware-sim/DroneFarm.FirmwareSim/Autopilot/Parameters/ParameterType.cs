namespace DroneFarm.FirmwareSim.Autopilot.Parameters;

/// <summary>How ArduPilot stores a parameter; the numbers are those of MAV_PARAM_TYPE.</summary>
internal enum ParameterType
{
    Int8 = 2,
    Int16 = 4,
    Int32 = 6,
    Float = 9,
}
