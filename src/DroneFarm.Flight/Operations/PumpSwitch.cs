using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;

namespace DroneFarm.Flight.Operations;

/// <summary>Where between two reported places the pump switched: its own reports say so twice as closely as the places do.</summary>
internal static class PumpSwitch
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);

    /// <param name="last">The last place with the pump as it was.</param>
    /// <param name="next">The first with the pump as it is now.</param>
    /// <param name="before">How long before <paramref name="next"/> it switched.</param>
    /// <returns>Two points a millisecond apart, one with the flow before and one with the flow after; none where there is no room for them.</returns>
    public static IReadOnlyList<TrackPoint> Between(TrackPoint last, TrackPoint next, TimeSpan before)
    {
        var at = next.At - before;
        if (at < last.At + Step) at = last.At + Step;
        if (at + Step >= next.At) return [];
        var share = (at - last.At) / (next.At - last.At);
        var place = new GeoPoint(
            LatitudeDeg: Part(last.Place.LatitudeDeg, next.Place.LatitudeDeg, share), LongitudeDeg: Part(last.Place.LongitudeDeg, next.Place.LongitudeDeg, share));
        var here = last with { At = at, Place = place, HeightM = Part(last.HeightM, next.HeightM, share), SpeedMps = Part(last.SpeedMps, next.SpeedMps, share) };
        return [here, here with { At = at + Step, FlowLPerMin = next.FlowLPerMin }];
    }

    private static double Part(double from, double to, double share) => from + ((to - from) * share);
}
