using DroneFarm.Core.Geo;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Flight.Vehicles;

/// <summary>How a vehicle is listened to.</summary>
/// <param name="LinkLostAfter">Silence of the autopilot after which its link counts as lost.</param>
/// <param name="Streams">The messages wanted; empty asks for none.</param>
/// <param name="RoundTripEvery">How often the link's round trip is measured; zero never.</param>
public sealed record VehicleOptions(TimeSpan LinkLostAfter, IReadOnlyList<WantedMessage> Streams, TimeSpan RoundTripEvery = default)
{
    /// <summary>The ground's height in metres above mean sea level, null where it is not known: what a vehicle that asks for heights is answered. Null to leave it unanswered.</summary>
    public Func<GeoPoint, double?>? GroundM { get; init; }

    public static VehicleOptions ForFlying { get; } = new(TimeSpan.FromSeconds(3.5), WantedMessage.ForFlying, TimeSpan.FromSeconds(5));

    /// <summary>Its heartbeat is enough: nothing is asked for, which leaves a slow radio to the work in hand.</summary>
    public static VehicleOptions ForErrands { get; } = ForFlying with { Streams = [], RoundTripEvery = default };

    /// <summary>Has the vehicle ask for heights that it lacks, and answers it.</summary>
    public VehicleOptions WithGround(Func<GeoPoint, double?> groundM) => this with { GroundM = groundM, Streams = [.. Streams, WantedMessage.Of<TerrainRequest>(1)] };
}
