using DroneFarm.Core.Flights;
using DroneFarm.Core.Geo;

namespace DroneFarm.Core.Coverage;

/// <summary>The flown line of one vehicle in one sortie, in order of time, each moment once.</summary>
/// <remarks>Links repeat and reorder packets; a place that is no place is left out.</remarks>
internal sealed record FlownLine(VehicleId Vehicle, int SortieNumber, IReadOnlyList<Fix> Fixes)
{
    /// <summary>Longer than this without a report, nobody knows what the pump did.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(3);

    public static IReadOnlyList<FlownLine> Of(FlightLog log, LocalFrame frame) =>
    [
        .. log.Track
            .Where(p => p.Place.IsValid && double.IsFinite(p.HeightM))
            .GroupBy(p => (p.Vehicle, p.SortieNumber))
            .Select(sortie => new FlownLine(
                sortie.Key.Vehicle,
                sortie.Key.SortieNumber,
                [
                    .. sortie.OrderBy(p => p.At).DistinctBy(p => p.At)
                        .Select(p => new Fix(p.At, frame.ToLocal(p.Place), p.HeightM, p.FlowLPerMin is { } flow && double.IsFinite(flow) ? flow : null, p.Nose)),
                ])),
    ];

    public double LengthM => Fixes.Zip(Fixes.Skip(1), (a, b) => a.Place.DistanceM(b.Place)).Sum();

    /// <summary>From the first to the last report in the air; on the ground a vehicle shows less than half a metre.</summary>
    public TimeSpan AirTime
    {
        get
        {
            var up = Fixes.Where(f => f.HeightM > 0.5).ToList();
            return up.Count < 2 ? TimeSpan.Zero : up[^1].At - up[0].At;
        }
    }
}
