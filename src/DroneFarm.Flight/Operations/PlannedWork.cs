using System.Collections.Immutable;
using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Resuming;
using DroneFarm.Core.Text;

namespace DroneFarm.Flight.Operations;

/// <summary>All the missions of a plan, one after the other, by one vehicle.</summary>
/// <param name="plan">The whole job.</param>
/// <param name="flown">What was flown so far, to work out what is left.</param>
/// <param name="isBegun">The job was begun before: nothing is flown until what is left was planned.</param>
internal sealed class PlannedWork(Plan plan, Func<FlightLog> flown, bool isBegun) : IWork
{
    /// <summary>Screens sample it while the flight takes from it: each change is another queue.</summary>
    private volatile ImmutableQueue<Assignment> queue = isBegun ? [] : Queued(plan);

    public bool IsShared => false;

    public int Left => queue.Count();

    public double LeftM => queue.Sum(a => a.Sortie.LengthM);

    public Assignment? Next()
    {
        if (queue.IsEmpty) return null;
        queue = queue.Dequeue(out var next);
        return next;
    }

    public Task<Assignment?> LaterAsync(CancellationToken cancel) => Task.FromResult<Assignment?>(null);

    public Task<Phrase?> ClearAsync(Assignment sortie, CancellationToken cancel) => Task.FromResult<Phrase?>(null);

    public void Ended(Assignment sortie, SortieResult result)
    {
    }

    public Task<Phrase?> ReplanAsync(ReEntry entry, CancellationToken cancel) => Task.Run(() =>
    {
        var left = Remainder.Of(plan, flown(), new RemainderOptions(entry, Vehicles: [1]), cancel);
        if (left.Refusal is null) queue = Queued(left.Plan!);
        return left.Refusal;
    }, cancel);

    private static ImmutableQueue<Assignment> Queued(Plan plan) =>
        [.. plan.Missions.Select(m => new Assignment(plan.Sorties.First(s => s.Number == m.SortieNumber), m))];
}
