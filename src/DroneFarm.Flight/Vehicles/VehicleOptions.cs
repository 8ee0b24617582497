namespace DroneFarm.Flight.Vehicles;

/// <summary>How a vehicle is listened to.</summary>
/// <param name="LinkLostAfter">Silence of the autopilot after which its link counts as lost.</param>
/// <param name="Streams">The messages wanted; empty asks for none.</param>
public sealed record VehicleOptions(TimeSpan LinkLostAfter, IReadOnlyList<WantedMessage> Streams)
{
    public static VehicleOptions ForFlying { get; } = new(TimeSpan.FromSeconds(3.5), WantedMessage.ForFlying);
}
