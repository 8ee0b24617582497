namespace DroneFarm.Station.Vehicles;

/// <param name="Url">As the command line takes it: udp://:14550, tcp://host:port, serial:COM3:57600.</param>
public sealed record LinkRequest(string Url);
