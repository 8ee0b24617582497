namespace DroneFarm.Flight.Links;

/// <summary>Who we are on the wire. ArduPilot obeys the failsafe rule of system 255 (SYSID_MYGCS) unless told otherwise.</summary>
/// <param name="ComponentId">190 is MAV_COMP_ID_MISSIONPLANNER, the id of a ground station.</param>
public readonly record struct Own(byte SystemId, byte ComponentId)
{
    public static Own GroundStation { get; } = new(255, 190);
}
