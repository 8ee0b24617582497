using DroneFarm.Core.Flights;
using DroneFarm.Core.Records;
using DroneFarm.Core.Spraying;
using DroneFarm.Station.Wording;

namespace DroneFarm.Station.Reviews;

/// <summary>A flown job to look at closely.</summary>
/// <param name="Track">Of all vehicles in order of time: seconds since the start, vehicle, sortie, longitude, latitude, height m, speed m/s, flow L/min or -1 where nobody knows it.</param>
/// <param name="Events">Seconds since the start and what happened.</param>
/// <param name="Map">As-applied GeoJSON: field, pass, sprayed, doubled, missed, off-target.</param>
public sealed record ReviewDetail(
    ReviewCard Card, RecordTotals Totals, IReadOnlyList<Weather> Weather, Product Product, double RateLPerHa, double HeightM, double SpeedMps, double SwathWidthM, DateTimeOffset Start,
    IReadOnlyList<double[]> Track, IReadOnlyList<ReviewEvent> Events, IReadOnlyList<FoundLine> Findings, RawJson Map)
{
    /// <summary>More points than this no chart shows.</summary>
    private const int MostPoints = 20_000;

    public static ReviewDetail Of(string id, FlownJob job, byte[] map)
    {
        var start = job.Log.Track.Select(p => p.At).Concat(job.Log.Events.Select(e => e.At)).DefaultIfEmpty(job.Record.From).Min();
        var step = Math.Max(1, (int)Math.Ceiling(job.Log.Track.Count / (double)MostPoints));
        return new ReviewDetail(
            ReviewCard.Of(id, job.Record), job.Record.Totals, job.Record.Weather, job.Plan.Job.Product, job.Plan.Job.RateLPerHa, job.Plan.Job.HeightM, job.Plan.Job.SpeedMps,
            job.Plan.Sprayer.SwathWidthM, start,
            [.. Thinned(job.Log.Track, step).Select(p => Row(p, start))],
            [.. job.Log.Events.Select(e => new ReviewEvent(Math.Round((e.At - start).TotalSeconds, 1), e.Vehicle.SystemId, e.Kind, Said.Of(e.Text)))],
            FoundLine.All(job.Record.Findings), new RawJson(map));
    }

    /// <summary>Every n-th point of each vehicle: of two that report in turn, every second point would be one vehicle's.</summary>
    private static IEnumerable<TrackPoint> Thinned(IReadOnlyList<TrackPoint> track, int step)
    {
        var seen = new Dictionary<VehicleId, int>();
        return track.Where(p =>
        {
            var n = seen.GetValueOrDefault(p.Vehicle);
            seen[p.Vehicle] = n + 1;
            return n % step == 0;
        });
    }

    private static double[] Row(TrackPoint p, DateTimeOffset start) =>
    [
        Math.Round((p.At - start).TotalSeconds, 2), p.Vehicle.SystemId, p.SortieNumber, Math.Round(p.Place.LongitudeDeg, 8), Math.Round(p.Place.LatitudeDeg, 8), Math.Round(p.HeightM, 2),
        Math.Round(p.SpeedMps, 2), p.FlowLPerMin is { } flow ? Math.Round(flow, 3) : -1,
    ];
}
