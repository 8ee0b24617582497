using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Vehicles;
using Microsoft.Extensions.Time.Testing;

namespace DroneFarm.Tests.Flight.Fakes;

/// <summary>A fake vehicle, the real ground side, and a clock that is moved in small steps with time for every loop to follow.</summary>
internal sealed class Airfield : IFlightSink, IAsyncDisposable
{
    private static readonly TimeSpan StepLength = TimeSpan.FromMilliseconds(50);

    /// <param name="groundM">Heights that are sent to a vehicle which asks for them; null to send none.</param>
    public Airfield(ScreenWatchdog? screen = null, FakeTimeProvider? clock = null, Func<GeoPoint, double?>? groundM = null)
    {
        Clock = clock ?? new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 6, 0, 0, TimeSpan.Zero));
        Station = new GroundStation(Clock, screen) { Options = groundM is null ? VehicleOptions.ForFlying : VehicleOptions.ForFlying.WithGround(groundM) };
        Station.Use(Copter);
    }

    public FakeTimeProvider Clock { get; }

    public FakeCopter Copter { get; } = new();

    public GroundStation Station { get; }

    public List<TrackPoint> Track { get; } = [];

    public List<FlightEvent> Events { get; } = [];

    public Func<FlightEvent, bool> JournalFailsAt { get; set; } = _ => false;

    /// <summary>Moves time until a task has ended.</summary>
    /// <param name="each">Looks at the world after each step.</param>
    public async Task<T> UntilAsync<T>(Task<T> task, double limitS = 900, Action? each = null)
    {
        for (var passed = 0.0; !task.IsCompleted && passed < limitS; passed += StepLength.TotalSeconds)
        {
            await StepAsync();
            each?.Invoke();
        }

        task.IsCompleted.ShouldBeTrue($"not done within {limitS} s of flight time");
        return await task;
    }

    public async Task PassAsync(double seconds)
    {
        for (var passed = 0.0; passed < seconds; passed += StepLength.TotalSeconds) await StepAsync();
    }

    public Task<Vehicle> FindAsync() => UntilAsync(FindSurelyAsync(), 10);

    public async ValueTask DisposeAsync() => await Station.DisposeAsync();

    void IFlightSink.Track(TrackPoint point) => Track.Add(point);

    void IFlightSink.Event(FlightEvent happened)
    {
        if (JournalFailsAt(happened)) throw new IOException("the disk is full");
        Events.Add(happened);
    }

    private async Task<Vehicle> FindSurelyAsync() => (await Station.FindVehicleAsync(TimeSpan.FromSeconds(5))).ShouldNotBeNull();

    private async Task StepAsync()
    {
        Clock.Advance(StepLength);
        Copter.Step(Clock.GetUtcNow(), StepLength);
        // The loops run on the pool, and time must not move before they are done with what came.
        do await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        while (Copter.Received.Count > 0 || Station.Vehicles.Any(v => !v.IsIdle));
    }
}
