using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;

namespace DroneFarm.Station.Flights;

/// <summary>The flown line of one vehicle's flight so far, for a page that comes late and must paint what was sprayed before.</summary>
public sealed class FlownTrack(double swathWidthM)
{
    /// <summary>Reports further apart than this are two lines: nobody knows what was sprayed between.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(3);

    private readonly Lock turn = new();
    private readonly List<TrackPoint> points = [];
    private double litres;
    private double filledL;
    private double sprayedM;

    /// <summary>What was filled less what the pump's output says has left since.</summary>
    public double TankL
    {
        get
        {
            lock (turn) return Math.Max(0, filledL - litres);
        }
    }

    /// <summary>Swath width times the way flown with the pump running, on all sorties.</summary>
    public double SprayedM2
    {
        get
        {
            lock (turn) return sprayedM * swathWidthM;
        }
    }

    /// <summary>All of it, in order of time.</summary>
    public IReadOnlyList<TrackPoint> Points
    {
        get
        {
            lock (turn) return [.. points];
        }
    }

    public void Refilled(double litresNow)
    {
        lock (turn) (filledL, litres) = (litresNow, 0);
    }

    public void Add(TrackPoint point)
    {
        lock (turn)
        {
            if (points.Count > 0 && points[^1] is var before && point.FlowLPerMin is > 0 and var flow && point.At > before.At && point.At - before.At < LongestStep)
            {
                litres += flow * (point.At - before.At).TotalMinutes;
                sprayedM += new LocalFrame(before.Place).ToLocal(point.Place).DistanceM(default);
            }

            points.Add(point);
        }
    }

    /// <summary>Longitude, latitude, and 1 where the pump ran.</summary>
    /// <param name="from">The first point wanted.</param>
    public IReadOnlyList<double[]> From(int from)
    {
        lock (turn)
        {
            return [.. points.Skip(Math.Max(0, from)).Select(p => new[] { Math.Round(p.Place.LongitudeDeg, 8), Math.Round(p.Place.LatitudeDeg, 8), p.FlowLPerMin is > 0 ? 1 : 0 })];
        }
    }
}
