using DroneFarm.Cli.Flying;
using DroneFarm.Cli.Time;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.FirmwareSim;
using DroneFarm.Flight.Links;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Tests.EndToEnd;

/// <summary>Flies a plan with one simulated vehicle, tanks filled at once.</summary>
/// <param name="Track">As the ground heard it.</param>
internal sealed record OneFlight(JobResult Result, IReadOnlyList<TrackPoint> Track)
{
    private const double Speed = 40;

    /// <param name="change">What is special about the vehicle; it has the guard on board.</param>
    /// <param name="groundM">Heights of the ground that it is sent when it asks; null to send none.</param>
    public static async Task<OneFlight> FlyAsync(Plan plan, Func<SprayerOptions, SprayerOptions> change, Func<GeoPoint, double?>? groundM = null)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var clock = new PacedClock(new DateTimeOffset(2026, 6, 20, 6, 0, 0, TimeSpan.Zero), Speed);
        await using var station = new GroundStation(clock) { Options = groundM is null ? VehicleOptions.ForFlying : VehicleOptions.ForFlying.WithGround(groundM) };
        var port = SimulatedVehicle.FreeUdpPort();
        station.Open(new LinkUrl(LinkKind.UdpListen, "", port));
        var options = new SprayerOptions { Home = plan.Farm.Frame.ToGeo(plan.Sorties[0].From.Place), Body = SimulatedVehicle.BodyOf(plan.Sprayer), Scripts = [OnBoardScripts.Guard] };
        await using var host = new SimulatedSprayerHost(new SimulatedSprayer(change(options)), $"udp:127.0.0.1:{port}", clock);
        var vehicle = (await station.FindVehicleAsync(TimeSpan.FromMinutes(2), cancel: cancel)).ShouldNotBeNull();
        var pump = new PumpCalibration(plan.Sprayer.PumpMaxFlowLPerMin);
        var kept = new Kept();
        Task Refill(Sortie sortie, CancellationToken stop)
        {
            SimulatedVehicle.Refill(host, sortie.Litres * 1.05);
            return Task.CompletedTask;
        }

        using var job = new JobFlight(vehicle, plan, JobFlightOptions.For(pump, sortie => SprayPreset.For(plan.Sprayer, plan.Job, pump, sortie)) with { Weather = () => Inputs.Calm(clock) }, kept, Refill, clock);
        return new OneFlight(await job.RunAsync(cancel: cancel), kept.Points);
    }

    private sealed class Kept : IFlightSink
    {
        public List<TrackPoint> Points { get; } = [];

        public void Track(TrackPoint point) => Points.Add(point);

        public void Event(FlightEvent happened)
        {
        }
    }
}
