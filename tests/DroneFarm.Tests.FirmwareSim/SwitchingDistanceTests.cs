using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.FirmwareSim;

/// <summary>How far past the order on spray begins, by the way to it: what <c>switching</c> of the sample's sprayer.json says.</summary>
public sealed class SwitchingDistanceTests(ITestOutputHelper output)
{
    private const int Corners = 14;
    private const double LineM = 40;

    /// <summary>Turns up to those that <c>sharp_m</c> is for.</summary>
    private static readonly double[] TurnsDeg = [60, 90, 105];

    [Theory]
    [InlineData(2.8, 0.4, 0.95)]
    [InlineData(4.6, 0.35, 0.85)]
    [InlineData(9, 0.85, 1.3)]
    [InlineData(15, 1.1, 1.6)]
    [InlineData(30, 1.1, 1.6)]
    public void Spray_begins_as_far_past_the_order_as_the_samples_switching_says(double wayM, double leastM, double meanM)
    {
        foreach (var speedMps in (double[])[5, 6])
        {
            foreach (var deg in TurnsDeg)
            {
                var past = Fly(wayM, deg, speedMps);
                output.WriteLine($"way {wayM} m, {speedMps} m/s, {deg} degrees: least {past.Min():0.00}, mean {past.Average():0.00}, most {past.Max():0.00} m");
                past.Min().ShouldBeGreaterThan(leastM - 0.15);
                past.Average().ShouldBe(meanM, 0.35 * meanM);
            }
        }
    }

    [Theory]
    [InlineData(4.6)]
    [InlineData(15)]
    public void A_turn_back_adds_half_a_metre(double wayM) => (Fly(wayM, 150, 5).Min() - Fly(wayM, 90, 5).Min()).ShouldBeInRange(0.3, 0.9);

    private static List<double> Fly(double wayM, double deg, double speedMps)
    {
        // As the preset for spraying sets it.
        var ground = GroundStation.Of(null, ("WPNAV_RADIUS", 100));
        var items = new List<MissionItemInt> { ground.Waypoint(0, 0, 5), GroundStation.Takeoff(), GroundStation.Do(MavCmd.DoChangeSpeed, 1, (float)speedMps, -1) };
        var starts = new List<(LocalPoint At, LocalVector Way)>();
        var (at, heading) = (new LocalPoint(0, 20), 0.0);
        items.Add(ground.Waypoint(at.EastM, at.NorthM));
        for (var i = 0; i < Corners; i++)
        {
            // A line, a right angle, the way, the corner in question, the next line; lines that differ a little meet the sprayer's clock at every moment.
            at = Go(LineM + (0.37 * i));
            items.Add(ground.Waypoint(at.EastM, at.NorthM));
            items.Add(GroundStation.Do(MavCmd.DoSprayer));
            heading += Math.PI / 2;
            at = Go(wayM);
            items.Add(ground.Waypoint(at.EastM, at.NorthM));
            items.Add(GroundStation.Do(MavCmd.DoSprayer, 1));
            heading += deg * Math.PI / 180 * (i % 2 == 0 ? 1 : -1);
            starts.Add((at, new LocalVector(Math.Sin(heading), Math.Cos(heading))));
        }

        at = Go(LineM);
        items.Add(ground.Waypoint(at.EastM, at.NorthM));
        items.Add(GroundStation.Do(MavCmd.DoSprayer));
        items.Add(GroundStation.Do(MavCmd.NavReturnToLaunch));
        ground.StartMission(items);
        var past = new List<double>();
        var wasOn = false;
        ground.EachStep = () =>
        {
            var on = ground.Sprayer.Truth.FlowLPerMin > 0;
            if (on && !wasOn && past.Count < starts.Count)
            {
                var (start, way) = starts[past.Count];
                past.Add((ground.Place - start).Dot(way));
            }

            wasOn = on;
        };
        ground.Run(1500, () => past.Count == Corners);
        return past;

        LocalPoint Go(double lengthM) => at + (new LocalVector(Math.Sin(heading), Math.Cos(heading)) * lengthM);
    }
}
