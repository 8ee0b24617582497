using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;
using DroneFarm.Core.Planning.Fleets;
using DroneFarm.Core.Resuming;
using DroneFarm.Core.Text;

namespace DroneFarm.Flight.Operations.Fleets;

/// <summary>
/// A job shared out among several vehicles: who flies what, who may take off now, and what becomes of a vehicle's work when it is lost. Several loops ask;
/// each answer is given whole.
/// </summary>
internal sealed class FleetWork
{
    /// <summary>A flight that is this much early or late still keeps its distance.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(1);

    /// <summary>Who is ready a little sooner than one that was planned earlier, and would be in its way, waits for it so long: out of their order three drones took 0.42 of one's time, in it 0.375 (docs/benchmarks.md).</summary>
    private static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(90);

    private readonly Lock gate = new();
    private readonly Plan plan;
    private readonly Func<FlightLog> flown;
    private readonly Func<int, bool> isStray;
    private readonly TimeProvider time;
    private readonly TakeOffSlots slots;
    private readonly HashSet<int> alive;
    private readonly Dictionary<int, Queue<Assignment>> queues;
    private readonly Dictionary<int, Assignment> hands = [];
    private readonly Dictionary<int, DateTimeOffset> tookOff = [];
    private readonly Dictionary<int, TaskCompletionSource<Assignment?>> waiting = [];

    /// <summary>Goes up whenever what is in hand, queued or alive changes: a plan made before the last change is stale.</summary>
    private int changes;

    /// <param name="isStray">Whether a vehicle flies now, and not as its sortie was planned.</param>
    /// <param name="isBegun">The job was begun before: nothing is flown until what is left was planned.</param>
    public FleetWork(Plan plan, IEnumerable<int> vehicles, Func<FlightLog> flown, Func<int, bool> isStray, TimeProvider time, bool isBegun)
    {
        (this.plan, this.flown, this.isStray, this.time, slots) = (plan, flown, isStray, time, new TakeOffSlots(plan));
        alive = [.. vehicles];
        queues = alive.ToDictionary(v => v, _ => new Queue<Assignment>());
        if (!isBegun) Queue(plan);
    }

    public IWork Of(int vehicle) => new Share(this, vehicle);

    /// <summary>A vehicle is out of the job: the others get its work.</summary>
    /// <returns>Null when its work is shared out, or there was none.</returns>
    public async Task<Phrase?> GoneAsync(int vehicle, ReEntry entry, CancellationToken cancel)
    {
        lock (gate)
        {
            changes++;
            alive.Remove(vehicle);
            hands.Remove(vehicle);
            tookOff.Remove(vehicle);
        }

        var refused = alive.Count == 0 ? Phrase.Of("flight.others-done") : await ReplanAsync(entry, cancel);
        lock (gate) LetGo();
        return refused is { Key: "resume.nothing-left" } ? null : refused;
    }

    private async Task<Phrase?> ReplanAsync(ReEntry entry, CancellationToken cancel)
    {
        while (true)
        {
            List<int> vehicles;
            List<Sortie> reserved;
            int before;
            lock (gate)
            {
                before = changes;
                vehicles = [.. alive.Order()];
                reserved = [.. hands.Values.Select(h => h.Sortie)];
            }

            var left = await Task.Run(() => Remainder.Of(plan, flown(), new RemainderOptions(entry, Vehicles: vehicles) { Reserved = reserved }, cancel), cancel);
            lock (gate)
            {
                // Somebody took a sortie, ended one or planned anew meanwhile: shared out all the same, ground would be sprayed twice.
                if (changes != before) continue;
                changes++;
                if (left.Plan is { } planned) Queue(planned);
                else foreach (var queue in queues.Values) queue.Clear();
                foreach (var vehicle in waiting.Keys.ToList())
                {
                    if (Take(vehicle) is { } next && waiting.Remove(vehicle, out var waits)) waits.TrySetResult(next);
                }
            }

            return left.Refusal;
        }
    }

    private void Queue(Plan planned)
    {
        var bySortie = planned.Missions.ToDictionary(m => m.SortieNumber);
        foreach (var (vehicle, queue) in queues)
        {
            queue.Clear();
            foreach (var sortie in planned.Sorties.Where(s => s.Vehicle == vehicle)) queue.Enqueue(new Assignment(sortie, bySortie[sortie.Number]));
        }
    }

    private Assignment? Take(int vehicle)
    {
        if (!queues[vehicle].TryDequeue(out var next)) return null;
        changes++;
        hands[vehicle] = next;
        return next;
    }

    /// <summary>Nobody has anything in hand and all wait: nothing will come any more.</summary>
    private void LetGo()
    {
        if (hands.Count > 0 || !alive.All(waiting.ContainsKey)) return;
        foreach (var waits in waiting.Values) waits.TrySetResult(null);
        waiting.Clear();
    }

    private sealed class Share(FleetWork fleet, int vehicle) : IWork
    {
        public bool IsShared => true;

        public int Left
        {
            get
            {
                lock (fleet.gate) return fleet.queues[vehicle].Count;
            }
        }

        public double LeftM
        {
            get
            {
                lock (fleet.gate) return fleet.queues[vehicle].Sum(a => a.Sortie.LengthM);
            }
        }

        public Assignment? Next()
        {
            lock (fleet.gate) return fleet.Take(vehicle);
        }

        public async Task<Assignment?> LaterAsync(CancellationToken cancel)
        {
            var waits = new TaskCompletionSource<Assignment?>(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (fleet.gate)
            {
                if (fleet.Take(vehicle) is { } next) return next;
                fleet.waiting[vehicle] = waits;
                fleet.LetGo();
            }

            await using (cancel.UnsafeRegister(_ => waits.TrySetResult(null), null)) return await waits.Task;
        }

        public async Task<Phrase?> ClearAsync(Assignment sortie, CancellationToken cancel)
        {
            var since = fleet.time.GetUtcNow();
            while (!cancel.IsCancellationRequested)
            {
                if (MayTakeOff(sortie.Sortie, isPatient: fleet.time.GetUtcNow() - since < Courtesy)) return null;
                await Task.Delay(AskAgain, fleet.time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return Phrase.Of("flight.cancelled");
        }

        public void Ended(Assignment sortie, SortieResult result)
        {
            lock (fleet.gate)
            {
                fleet.changes++;
                fleet.tookOff.Remove(vehicle);
                fleet.hands.Remove(vehicle);
            }
        }

        public Task<Phrase?> ReplanAsync(ReEntry entry, CancellationToken cancel) => fleet.ReplanAsync(entry, cancel);

        /// <summary>Takes the slot when it is free, so that no other can.</summary>
        /// <param name="isPatient">Whether it lets one go first that was planned to.</param>
        private bool MayTakeOff(Sortie sortie, bool isPatient)
        {
            // One that its pilot or a failsafe brings home comes when nobody planned it, and to where others take off.
            if (fleet.queues.Keys.Any(other => other != vehicle && fleet.isStray(other))) return false;
            lock (fleet.gate)
            {
                var now = fleet.time.GetUtcNow();
                var others = fleet.tookOff.Where(t => t.Key != vehicle).Select(t => (fleet.hands[t.Key].Sortie, now - t.Value)).ToList();
                if (!fleet.slots.IsFree(sortie, others, Slack)) return false;
                var before = fleet.hands.Where(h => !fleet.tookOff.ContainsKey(h.Key) && h.Value.Sortie.Start < sortie.Start).Select(h => h.Value.Sortie);
                if (isPatient && before.Any(other => !fleet.slots.IsFree(other, [.. others, (sortie, AskAgain)], Slack))) return false;
                fleet.tookOff[vehicle] = now;
                return true;
            }
        }
    }
}
