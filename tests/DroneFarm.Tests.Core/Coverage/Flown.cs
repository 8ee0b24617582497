using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;
using DroneFarm.Tests.Core.Checking;

namespace DroneFarm.Tests.Core.Coverage;

/// <summary>A flown line by hand: one report every 0.2 s at 5 m/s, so one for each metre.</summary>
internal sealed class Flown
{
    public static readonly DateTimeOffset Start = new(2026, 6, 20, 1, 0, 0, TimeSpan.Zero);

    private readonly List<TrackPoint> track = [];
    private DateTimeOffset now = Start;
    private LocalPoint at = HandPlan.Refill.Place;

    public IReadOnlyList<TrackPoint> Track => track;

    public int Sortie { get; set; } = 1;

    /// <summary>What the vehicle says of its nose from now on; nothing at first.</summary>
    public Heading? Nose { get; set; }

    /// <summary>Flies straight at 5 m/s with a flow, reported at both ends and each metre between; the flow holds from the first report to the last.</summary>
    public Flown To(double eastM, double northM, double? flowLPerMin, double stepM = 1)
    {
        var (from, to) = (at, new LocalPoint(eastM, northM));
        var steps = Math.Max(1, (int)Math.Round(from.DistanceM(to) / stepM));
        for (var i = 0; i <= steps; i++)
        {
            var place = from + ((to - from) * ((double)i / steps));
            track.Add(new TrackPoint(now, new VehicleId(1), Sortie, HandPlan.Frame.ToGeo(place), 3, 5, flowLPerMin, Nose));
            now += TimeSpan.FromSeconds(from.DistanceM(to) / steps / 5);
        }

        at = to;
        return this;
    }

    public Flown Jump(double eastM, double northM, double seconds)
    {
        at = new LocalPoint(eastM, northM);
        now += TimeSpan.FromSeconds(seconds);
        return this;
    }

    public FlightLog Log(bool complete = true) => new("hand", track, [], complete);

    /// <summary>The hand-made plan flown as planned, 3.375 L/min on its swaths.</summary>
    public static Flown AsPlanned(double flowLPerMin = 3.375)
    {
        var flown = new Flown();
        foreach (var (fromX, fromY, toX, toY) in new HandPlan().Lines) flown.To(fromX, fromY, 0).To(toX, toY, flowLPerMin);
        return flown.To(-20, 10, 0);
    }
}
