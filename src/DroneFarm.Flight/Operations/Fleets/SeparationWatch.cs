using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Flight.Operations.Fleets;

/// <summary>
/// Measures how near the vehicles of a fleet come to each other, and holds one of two that come nearer than they should before they are: the slots keep
/// flights apart as planned, this is for those that are not as planned.
/// </summary>
internal sealed class SeparationWatch(Fleet fleet, IReadOnlyDictionary<int, Vehicle> vehicles, IReadOnlyDictionary<int, JobFlight> flights, TimeProvider time)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(0.25);

    /// <summary>Braking from 7 m/s takes 3 s, and the order half a second.</summary>
    private const double AheadS = 4;

    private const double ReleaseShare = 1.3;

    private readonly Dictionary<int, int> heldFor = [];
    private readonly Dictionary<(int, int), (LocalVector Apart, DateTimeOffset At)> last = [];

    public double? ClosestM { get; private set; }

    public async Task RunAsync(CancellationToken landed)
    {
        try
        {
            using var timer = new PeriodicTimer(LookEvery, time);
            while (await timer.WaitForNextTickAsync(landed)) await LookAsync();
        }
        catch (OperationCanceledException) when (landed.IsCancellationRequested)
        {
        }
    }

    private async Task LookAsync()
    {
        var numbers = vehicles.Keys.Order().ToList();
        for (var i = 0; i < numbers.Count; i++)
        {
            for (var k = i + 1; k < numbers.Count; k++) await LookAsync(numbers[i], numbers[k]);
        }
    }

    private async Task LookAsync(int one, int other)
    {
        if (Apart(vehicles[one].State, vehicles[other].State) is not { } apart)
        {
            last.Remove((one, other));
            await ReleaseAsync(one, other);
            return;
        }

        var now = time.GetUtcNow();
        var apartM = apart.LengthM;
        ClosestM = Math.Min(ClosestM ?? apartM, apartM);
        var soonM = last.TryGetValue((one, other), out var before) ? SoonM(apart, (apart - before.Apart) / Math.Max(0.01, (now - before.At).TotalSeconds)) : apartM;
        last[(one, other)] = (apart, now);
        if (soonM < fleet.SeparationM) await HoldAsync(one, other);
        else if (apartM > fleet.SeparationM * ReleaseShare) await ReleaseAsync(one, other);
    }

    /// <summary>The least distance within the next seconds, when both fly on as they do.</summary>
    private static double SoonM(LocalVector apart, LocalVector change)
    {
        var square = change.Dot(change);
        var seconds = square > 0 ? Math.Clamp(-apart.Dot(change) / square, 0, AheadS) : 0;
        return (apart + (change * seconds)).LengthM;
    }

    private async Task HoldAsync(int one, int other)
    {
        if (heldFor.ContainsKey(other) || heldFor.ContainsKey(one)) return;
        // Whichever can be held: one that its pilot has, or that lands, cannot.
        if (await flights[other].OrderAsync(new FlightOrder(FlightOrderKind.Pause)) is null) heldFor[other] = one;
        else if (await flights[one].OrderAsync(new FlightOrder(FlightOrderKind.Pause)) is null) heldFor[one] = other;
    }

    private async Task ReleaseAsync(int one, int other)
    {
        foreach (var (held, cause) in new[] { (other, one), (one, other) })
        {
            if (heldFor.TryGetValue(held, out var waitsFor) && waitsFor == cause && heldFor.Remove(held)) await flights[held].OrderAsync(new FlightOrder(FlightOrderKind.Resume));
        }
    }

    /// <summary>From one to the other over the ground, of two that are in the air and less than a lane apart in height; null else.</summary>
    private LocalVector? Apart(VehicleState a, VehicleState b)
    {
        if (a is not { IsArmed: true, IsOnGround: false, Motion: { } one } || b is not { IsArmed: true, IsOnGround: false, Motion: { } other }) return null;
        // Heights wander by some decimetres around a lane.
        if (Math.Abs(one.Value.HeightM - other.Value.HeightM) >= fleet.LaneStepM - 1) return null;
        return new LocalFrame(one.Value.Place).ToLocal(other.Value.Place) - default(LocalPoint);
    }
}
