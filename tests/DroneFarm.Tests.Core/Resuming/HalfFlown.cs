using DroneFarm.Core.Flights;
using DroneFarm.Core.Planning;

namespace DroneFarm.Tests.Core.Resuming;

/// <summary>A plan flown as planned and broken off somewhere: a report for each half metre, the pump on exactly on the swaths.</summary>
internal static class HalfFlown
{
    private const double StepM = 0.5, SpeedMps = 5, FlowLPerMin = 3.375;

    private static readonly DateTimeOffset Start = new(2026, 6, 20, 1, 0, 0, TimeSpan.Zero);

    /// <param name="untilM">Metres of flight, over all sorties.</param>
    public static FlightLog Of(Plan plan, double untilM, byte vehicle = 1)
    {
        var (track, flownM) = (new List<TrackPoint>(), 0.0);
        foreach (var sortie in plan.Sorties)
        {
            foreach (var leg in sortie.Legs)
            {
                for (var i = 1; i < leg.Path.Count; i++)
                {
                    var (from, to) = (leg.Path[i - 1], leg.Path[i]);
                    var steps = Math.Max(1, (int)Math.Ceiling(from.DistanceM(to) / StepM));
                    for (var k = 0; k <= steps; k++)
                    {
                        var alongM = from.DistanceM(to) * k / steps;
                        if (flownM + alongM > untilM) return new FlightLog(plan.Job.Id, track, [], false);
                        // Standing at a corner takes a moment, so that no two reports share one.
                        var at = Start + TimeSpan.FromSeconds(((flownM + alongM) / SpeedMps) + (track.Count * 0.001));
                        track.Add(new TrackPoint(at, new VehicleId(vehicle), sortie.Number, plan.Farm.Frame.ToGeo(from + ((to - from) * ((double)k / steps))), 3, SpeedMps, leg is SprayLeg ? FlowLPerMin : 0));
                    }

                    flownM += from.DistanceM(to);
                }
            }
        }

        return new FlightLog(plan.Job.Id, track, [], true);
    }
}
