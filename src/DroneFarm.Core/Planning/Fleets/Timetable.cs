using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Sorties;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning.Fleets;

/// <summary>
/// When each sortie takes off: as early as its aircraft is filled and the others are far enough away. An aircraft is filled as soon after its landing as the
/// people at the refill point are free, beside the place where others may land meanwhile. Times count from the first take-off, for which all are filled beforehand.
/// </summary>
/// <param name="vehicles">Numbers of the aircraft that fly, each at its own transit height.</param>
internal sealed class Timetable(Fleet fleet, IReadOnlyList<int> vehicles, Sprayer sprayer, Job job)
{
    /// <summary>Flights differ from their plan by some per cent: this much early and late is kept free between two aircraft, seconds.</summary>
    private const double SlackS = 20;

    private const double StepS = 5;

    /// <summary>From a full tank to the take-off, seconds: the mission is sent and read back, the checklist gone through, the motors started. As flown on the simulator.</summary>
    private const double ReadyS = 45;

    /// <summary>From one refill point to another the aircraft is carried at this speed when its next sortie begins elsewhere, m/s.</summary>
    private const double CarryMps = 1.5;

    private readonly List<Flight> flown = [];
    private readonly List<Fill> fills = [];
    private readonly TenderDuty tenders = new();

    /// <param name="runs">For each aircraft its sorties in order.</param>
    /// <returns>The same sorties with vehicle, transit height and times, in the order of take-off.</returns>
    public List<Sortie> Of(IReadOnlyList<IReadOnlyList<Sortie>> runs, CancellationToken cancel)
    {
        flown.Clear();
        fills.Clear();
        tenders.Clear();
        var queues = runs.Select((run, v) => new Queue(run, vehicles[v], new LegFlight(sprayer, fleet.JobOf(job, vehicles[v])))).Where(q => q.Sorties.Count > 0).ToList();
        var waiting = new PriorityQueue<Queue, (double, int)>();
        foreach (var queue in queues) waiting.Enqueue(queue, (0, queue.Vehicle));
        var planned = new List<Sortie>();
        while (waiting.TryDequeue(out var queue, out var promised))
        {
            cancel.ThrowIfCancellationRequested();
            // Nobody takes off earlier than this any more.
            flown.RemoveAll(f => f.EndS + SlackS < promised.Item1);
            fills.RemoveAll(f => queues.TrueForAll(q => f.FromS + sprayer.RefillS <= q.LandedS));
            var sortie = queue.Sorties[queue.Next];
            queue.Track ??= Track.Of(sortie, queue.Times);
            var fillS = queue.Next > 0 ? FreeToFill(sortie.From.Place, Arrived(queue)) : double.NaN;
            var startS = Earliest(queue, sortie, queue.Track, queue.Next > 0 ? Math.Max(promised.Item1, fillS + sprayer.RefillS + ReadyS) : promised.Item1);
            if (startS > promised.Item1 && waiting.TryPeek(out _, out var other) && other.Item1 < startS)
            {
                waiting.Enqueue(queue, (startS, queue.Vehicle));
                continue;
            }

            var sums = queue.Times.Sortie(planned.Count + 1, sortie.From, sortie.To, sortie.Legs);
            planned.Add(sums with { Vehicle = queue.Vehicle, Start = TimeSpan.FromSeconds(startS) });
            // A tender drives on when its aircraft have taken off: it fills each right before.
            if (queue.Next > 0) fills.Add(new Fill(sortie.From.Place, IsShared(sortie.From) ? startS - sprayer.RefillS : fillS));
            tenders.Take(sortie.From, startS - FillS(queue), startS + SlackS);
            tenders.Take(sortie.To, startS + queue.Track.DurationS - SlackS, startS + queue.Track.DurationS + SlackS);
            flown.Add(new Flight(queue.Vehicle, queue.Track, startS));
            queue.Landed(startS + queue.Track.DurationS, sortie.To);
            if (queue.Next < queue.Sorties.Count) waiting.Enqueue(queue, (Arrived(queue) + sprayer.RefillS + ReadyS, queue.Vehicle));
        }

        return planned;
    }

    /// <summary>When an aircraft stands where its next sortie begins.</summary>
    private static double Arrived(Queue queue) => queue.LandedS + CarriedS(queue.LandedAt!, queue.Sorties[queue.Next].From);

    /// <summary>On the tender along its road, or by hand.</summary>
    private static double CarriedS(RefillPoint from, RefillPoint to) => to.Tender is not null && to.Tender == from.Tender
        ? Math.Abs(to.AlongM - from.AlongM) / Math.Min(CarryMps, to.DriveMps)
        : from.Place.DistanceM(to.Place) / CarryMps;

    /// <summary>The first moment from which nobody else is filled at a place until this one is.</summary>
    private double FreeToFill(LocalPoint place, double fromS)
    {
        foreach (var other in fills.Where(f => IsSame(f.Place, place)).OrderBy(f => f.FromS))
        {
            if (other.FromS >= fromS + sprayer.RefillS) break;
            fromS = Math.Max(fromS, other.FromS + sprayer.RefillS);
        }

        return fromS;
    }

    /// <summary>The first take-off of each is from a tank filled beforehand.</summary>
    private double FillS(Queue queue) => queue.Next > 0 ? sprayer.RefillS : 0;

    /// <summary>Where a tender serves one aircraft alone its stops are chosen so that it is there.</summary>
    private bool IsShared(RefillPoint stop) => vehicles.Count > 1 && stop.Tender is not null;

    /// <summary>Whether the tender can be where the sortie takes off, and fill it there, and where it lands, when it does.</summary>
    private bool IsTended(Queue queue, Sortie sortie, Track track, double startS)
    {
        var fromS = startS - FillS(queue);
        if (IsShared(sortie.From) && !(tenders.IsFree(sortie.From, fromS, startS + SlackS) && (queue.Next == 0 || FreeToFill(sortie.From.Place, fromS) <= fromS))) return false;
        return !IsShared(sortie.To) || tenders.IsFree(sortie.To, startS + track.DurationS - SlackS, startS + track.DurationS + SlackS);
    }

    /// <param name="startS">Not before this moment.</param>
    private double Earliest(Queue queue, Sortie sortie, Track track, double startS)
    {
        while (!IsTended(queue, sortie, track, startS) || flown.Exists(o => o.Vehicle != queue.Vehicle && track.TooNear(startS, o.Track, o.StartS, SlackS, fleet))) startS += StepS;
        return startS;
    }

    /// <summary>Nearer than two aircraft may be is one place.</summary>
    private bool IsSame(LocalPoint a, LocalPoint b) => a.DistanceM(b) < fleet.SeparationM;

    private sealed record Fill(LocalPoint Place, double FromS);

    private sealed record Flight(int Vehicle, Track Track, double StartS)
    {
        public double EndS => StartS + Track.DurationS;
    }

    private sealed class Queue(IReadOnlyList<Sortie> sorties, int vehicle, LegFlight times)
    {
        public IReadOnlyList<Sortie> Sorties => sorties;

        public int Vehicle => vehicle;

        public LegFlight Times => times;

        public Track? Track { get; set; }

        public int Next { get; private set; }

        public double LandedS { get; private set; }

        public RefillPoint? LandedAt { get; private set; }

        public void Landed(double atS, RefillPoint place)
        {
            (LandedS, LandedAt, Track) = (atS, place, null);
            Next++;
        }
    }
}
