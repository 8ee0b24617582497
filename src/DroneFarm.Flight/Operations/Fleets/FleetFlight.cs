using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Text;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Flight.Operations.Fleets;

/// <summary>
/// Flies a job with several vehicles at once, one pilot for all: each has a flight of its own; they share the work, the slots to take off in and the
/// places to refill at. A vehicle that is lost leaves its work to the others.
/// </summary>
public sealed class FleetFlight : IDisposable
{
    private static readonly TimeSpan LongestWayHome = TimeSpan.FromMinutes(5);

    private readonly Dictionary<int, JobFlight> flights = [];
    private readonly IReadOnlyDictionary<int, Vehicle> vehicles;
    private readonly Lock gate = new();
    private readonly Dictionary<string, SemaphoreSlim> places = [];
    private readonly FleetWork work;
    private readonly Plan plan;
    private readonly SeparationWatch separation;
    private readonly JobFlightOptions options;
    private readonly TimeProvider time;

    /// <param name="vehicles">By their number in the plan; each must have a system id of its own.</param>
    /// <param name="refill">At one refill point one vehicle at a time.</param>
    /// <param name="before">What was flown before, of a job that is resumed.</param>
    public FleetFlight(
        IReadOnlyDictionary<int, Vehicle> vehicles, Plan plan, JobFlightOptions options, IFlightSink journal, Func<int, Sortie, CancellationToken, Task> refill,
        TimeProvider time, FlightLog? before = null)
    {
        (this.vehicles, this.plan, this.options, this.time) = (vehicles, plan, options, time);
        var flown = new FlownSoFar(journal, before);
        work = new FleetWork(plan, vehicles.Keys, () => flown.Log(plan.Job.Id), IsStray, time, before is not null);
        foreach (var (number, vehicle) in vehicles)
        {
            Refill turn = (sortie, cancel) => InTurnAsync(sortie, () => refill(number, sortie, cancel), cancel);
            flights[number] = new JobFlight(vehicle, plan, options.Of(vehicle.Id), flown, turn, time, work.Of(number), before is not null);
        }

        separation = new SeparationWatch(plan.Fleet, vehicles, flights, time);
    }

    /// <summary>How each stands now, by its number; for screens that sample.</summary>
    public IReadOnlyDictionary<int, JobProgress> Progress => flights.ToDictionary(f => f.Key, f => f.Value.Progress);

    /// <summary>Asks something of one vehicle; null when it is taken.</summary>
    public Task<Phrase?> OrderAsync(int vehicle, FlightOrder order) => flights[vehicle].OrderAsync(order);

    /// <summary>The same order to all at once; those for whom it has no place now are passed over.</summary>
    public Task AllAsync(FlightOrder order) => Task.WhenAll(flights.Values.Select(f => f.OrderAsync(order)));

    /// <summary>Everything stops: sprayers off, and home.</summary>
    public Task AllStopAsync() => AllAsync(new FlightOrder(FlightOrderKind.Stop));

    /// <summary>Flies the job. Cancelling brings all of them home first.</summary>
    public async Task<FleetResult> RunAsync(CancellationToken cancel = default)
    {
        using var landed = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var watching = separation.RunAsync(landed.Token);
        var ended = flights.ToDictionary(f => f.Key, f => FlyAsync(f.Key, f.Value, cancel));
        await Task.WhenAll(ended.Values);
        await landed.CancelAsync();
        await watching;
        var results = ended.ToDictionary(e => e.Key, e => e.Value.Result);
        var whole = results.Values.Any(r => r.IsComplete);
        var sorties = results.Values.Sum(r => r.Sorties.Count(s => s.End == SortieEnd.Flown));
        return new FleetResult(results, separation.ClosestM, whole ? Phrase.Of("flight.job-done", $"{sorties}") : results.Values.First().Reason);
    }

    public void Dispose()
    {
        foreach (var flight in flights.Values) flight.Dispose();
        foreach (var place in places.Values) place.Dispose();
    }

    private async Task<JobResult> FlyAsync(int number, JobFlight flight, CancellationToken cancel)
    {
        var result = await flight.RunAsync(cancel: cancel);
        if (!result.IsComplete && !cancel.IsCancellationRequested) await work.GoneAsync(number, options.Entry, cancel);
        return result;
    }

    /// <summary>In the air in any mode but AUTO; of one that fell silent so until it must have landed.</summary>
    private bool IsStray(int number) =>
        vehicles[number].State is { IsArmed: true, IsOnGround: false, Mode: not CopterMode.Auto } state && time.GetUtcNow() - state.LastHeard < LongestWayHome;

    /// <summary>Places nearer to each other than two vehicles may be are one.</summary>
    private async Task InTurnAsync(Sortie sortie, Func<Task> refill, CancellationToken cancel)
    {
        SemaphoreSlim place;
        lock (gate)
        {
            var near = plan.Sorties.Select(s => s.From).DistinctBy(p => p.Id).First(p => p.Place.DistanceM(sortie.From.Place) < plan.Fleet.SeparationM);
            if (!places.TryGetValue(near.Id, out place!)) places[near.Id] = place = new SemaphoreSlim(1);
        }

        await place.WaitAsync(cancel);
        try
        {
            await refill();
        }
        finally
        {
            place.Release();
        }
    }
}
