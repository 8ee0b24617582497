using DroneFarm.Core.Fields;
using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning.Sorties;
using DroneFarm.Core.Spraying;

namespace DroneFarm.Core.Planning.Fleets;

/// <summary>
/// When each sortie takes off: as early as its aircraft is ready, the people at the refill point free to fill it, and the others far enough away. An aircraft
/// is filled right before its take-off, beside the place where others may land meanwhile. Times count from the first take-off, for which all are filled beforehand.
/// </summary>
internal sealed class Timetable(Fleet fleet, Sprayer sprayer, Job job)
{
    /// <summary>Flights differ from their plan by some per cent: this much early and late is kept free between two aircraft, seconds.</summary>
    private const double SlackS = 20;

    private const double StepS = 5;

    /// <summary>From one refill point to another the aircraft is carried at this speed when its next sortie begins elsewhere, m/s.</summary>
    private const double CarryMps = 1.5;

    private readonly List<Flight> flown = [];
    private readonly TenderDuty tenders = new();

    /// <param name="runs">For each aircraft its sorties in order.</param>
    /// <returns>The same sorties with vehicle, transit height and times, in the order of take-off.</returns>
    public List<Sortie> Of(IReadOnlyList<IReadOnlyList<Sortie>> runs, CancellationToken cancel)
    {
        flown.Clear();
        tenders.Clear();
        var queues = runs.Select((run, v) => new Queue(run, v + 1, new LegFlight(sprayer, fleet.JobOf(job, v + 1)))).Where(q => q.Sorties.Count > 0).ToList();
        var waiting = new PriorityQueue<Queue, (double, int)>();
        foreach (var queue in queues) waiting.Enqueue(queue, (0, queue.Vehicle));
        var planned = new List<Sortie>();
        while (waiting.TryDequeue(out var queue, out var promised))
        {
            cancel.ThrowIfCancellationRequested();
            // Nobody takes off earlier than this any more.
            flown.RemoveAll(f => f.EndS + sprayer.RefillS + SlackS < promised.Item1);
            var sortie = queue.Sorties[queue.Next];
            queue.Track ??= Track.Of(sortie, queue.Times);
            var startS = Earliest(queue, sortie, queue.Track, promised.Item1);
            if (startS > promised.Item1 && waiting.TryPeek(out _, out var other) && other.Item1 < startS)
            {
                waiting.Enqueue(queue, (startS, queue.Vehicle));
                continue;
            }

            var sums = queue.Times.Sortie(planned.Count + 1, sortie.From, sortie.To, sortie.Legs);
            planned.Add(sums with { Vehicle = queue.Vehicle, Start = TimeSpan.FromSeconds(startS) });
            tenders.Take(sortie.From, startS - FillS(queue), startS + SlackS);
            tenders.Take(sortie.To, startS + queue.Track.DurationS - SlackS, startS + queue.Track.DurationS + SlackS);
            flown.Add(new Flight(queue.Vehicle, sortie, queue.Track, startS, FillS(queue)));
            queue.Landed(startS + queue.Track.DurationS, sortie.To);
            if (queue.Next < queue.Sorties.Count) waiting.Enqueue(queue, (Ready(queue), queue.Vehicle));
        }

        return planned;
    }

    private double Ready(Queue queue) => queue.Next == 0 ? 0 : queue.LandedS + sprayer.RefillS + CarriedS(queue.LandedAt!, queue.Sorties[queue.Next].From);

    /// <summary>On the tender along its road, or by hand.</summary>
    private static double CarriedS(RefillPoint from, RefillPoint to) => to.Tender is not null && to.Tender == from.Tender
        ? Math.Abs(to.AlongM - from.AlongM) / Math.Min(CarryMps, to.DriveMps)
        : from.Place.DistanceM(to.Place) / CarryMps;

    /// <param name="startS">Not before this moment.</param>
    private double Earliest(Queue queue, Sortie sortie, Track track, double startS)
    {
        while (true)
        {
            if (!IsTended(queue, sortie, track, startS))
            {
                startS += StepS;
                continue;
            }

            var laterS = startS;
            foreach (var other in flown)
            {
                if (other.Vehicle == queue.Vehicle || other.EndS + sprayer.RefillS + SlackS < startS || other.StartS - other.FillS - SlackS > startS + track.DurationS) continue;
                laterS = Math.Max(laterS, After(other, sortie, track, startS, FillS(queue)));
                if (laterS > startS) break;
            }

            if (laterS == startS) return startS;
            startS = laterS;
        }
    }

    /// <summary>The first take-off of each is from a tank filled beforehand.</summary>
    private double FillS(Queue queue) => queue.Next > 0 ? sprayer.RefillS : 0;

    /// <summary>Whether the tender can be where the sortie takes off and where it lands, when it does. Where it serves one aircraft alone the stops are chosen so.</summary>
    private bool IsTended(Queue queue, Sortie sortie, Track track, double startS) => fleet.Drones == 1 ||
        (tenders.IsFree(sortie.From, startS - FillS(queue), startS + SlackS)
        && tenders.IsFree(sortie.To, startS + track.DurationS - SlackS, startS + track.DurationS + SlackS));

    /// <summary>The same moment when the other flight does not disturb, else a later one to try.</summary>
    private double After(Flight other, Sortie sortie, Track track, double startS, double fillS)
    {
        var otherFillS = other.StartS - other.FillS;
        if (IsSame(sortie.From.Place, other.Sortie.From.Place) && startS - fillS < other.StartS && otherFillS < startS && fillS > 0 && other.FillS > 0) return other.StartS + fillS;
        return track.TooNear(startS, other.Track, other.StartS, SlackS, fleet) ? startS + StepS : startS;
    }

    /// <summary>Nearer than two aircraft may be is one place.</summary>
    private bool IsSame(LocalPoint a, LocalPoint b) => a.DistanceM(b) < fleet.SeparationM;

    private sealed record Flight(int Vehicle, Sortie Sortie, Track Track, double StartS, double FillS)
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
