namespace DroneFarm.Station.Access;

/// <param name="EvenFromAnother">Takes it from the pilot who has it: asked twice on the page.</param>
public sealed record ControlRequest(bool EvenFromAnother = false);
