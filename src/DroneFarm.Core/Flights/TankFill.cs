namespace DroneFarm.Core.Flights;

/// <summary>What went into a tank before a sortie, or was found left in it after the last one.</summary>
/// <param name="SortieNumber">Of the sortie to come; of the last one flown when it is a rest.</param>
/// <param name="Litres">Spray mixture added; negative for what was left over and drained.</param>
/// <param name="Source">Who says so: a flow meter, a person, the simulator.</param>
public sealed record TankFill(DateTimeOffset At, VehicleId Vehicle, int SortieNumber, double Litres, string Source);
