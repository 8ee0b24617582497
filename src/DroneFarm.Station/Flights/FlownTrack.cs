using DroneFarm.Core.Flights;

namespace DroneFarm.Station.Flights;

/// <summary>The flown line of one vehicle's flight so far, for a page that comes late and must paint what was sprayed before.</summary>
public sealed class FlownTrack
{
    private readonly Lock turn = new();
    private readonly List<double[]> points = [];
    private double litres;
    private TrackPoint? last;

    /// <summary>Litres since the tank was last filled.</summary>
    public double LitresSinceRefill
    {
        get
        {
            lock (turn) return litres;
        }
    }

    public void Refilled()
    {
        lock (turn) litres = 0;
    }

    public void Add(TrackPoint point)
    {
        lock (turn)
        {
            if (last is { } before && point.FlowLPerMin is { } flow && point.At > before.At && point.At - before.At < TimeSpan.FromSeconds(3)) litres += flow * (point.At - before.At).TotalMinutes;
            last = point;
            points.Add([Math.Round(point.Place.LongitudeDeg, 8), Math.Round(point.Place.LatitudeDeg, 8), point.FlowLPerMin is > 0 ? 1 : 0]);
        }
    }

    /// <summary>Longitude, latitude, and 1 where the pump ran.</summary>
    /// <param name="from">The first point wanted.</param>
    public IReadOnlyList<double[]> From(int from)
    {
        lock (turn) return points[Math.Clamp(from, 0, points.Count)..];
    }
}
