namespace DroneFarm.FirmwareSim.Autopilot.Telemetry;

/// <summary>Who sent a message.</summary>
internal readonly record struct Peer(byte System, byte Component);
