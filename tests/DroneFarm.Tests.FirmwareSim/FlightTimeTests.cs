using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;

namespace DroneFarm.Tests.FirmwareSim;

/// <summary>The table "Flight times for a planner's model" of ARDUPILOT.md, 12 lines of 60 m flown by AUTO, as measured anew on SITL (docs/ardupilot.md, point 37).</summary>
public sealed class FlightTimeTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(5, 5, 0, 14.16, 3.44)]
    [InlineData(5, 3, 0, 14.65, 3.26)]
    [InlineData(7, 5, 0, 11.62, 3.45)]
    [InlineData(6, 5, 6, 12.30, 7.28)]
    [InlineData(5, 5, 8, 13.56, 7.78)]
    public void Swath_and_turn_times_are_those_measured(double speedMps, double gapM, double leadM, double lineS, double turnS)
    {
        var (line, turn) = Fly(speedMps, gapM, leadM);
        output.WriteLine($"line {line:F2} s (measured {lineS}), turn {turn:F2} s (measured {turnS})");
        line.ShouldBe(lineS, lineS * 0.02);
        turn.ShouldBe(turnS, turnS * 0.05);
    }

    private (double LineS, double TurnS) Fly(double speedMps, double gapM, double leadM)
    {
        const int lines = 12;
        const double lengthM = 60;
        var ground = GroundStation.Of();
        var items = new List<MissionItemInt> { ground.Waypoint(0, 0, 5), GroundStation.Takeoff(), GroundStation.Do(MavCmd.DoChangeSpeed, 1, (float)speedMps, -1) };
        for (var i = 0; i < lines; i++)
        {
            double from = i % 2 == 0 ? 20 : 20 + lengthM, to = i % 2 == 0 ? 20 + lengthM : 20, lead = i % 2 == 0 ? leadM : -leadM;
            if (leadM > 0) items.Add(ground.Waypoint(i * gapM, from - lead));
            items.Add(ground.Waypoint(i * gapM, from));
            items.Add(GroundStation.Do(MavCmd.DoSprayer, 1));
            items.Add(ground.Waypoint(i * gapM, to));
            items.Add(GroundStation.Do(MavCmd.DoSprayer));
        }

        items.Add(GroundStation.Do(MavCmd.NavReturnToLaunch));
        ground.StartMission(items);
        var switches = new List<(double AtS, bool On)>();
        var on = false;
        var inside = new List<(double AtS, bool In)>();
        var wasIn = false;
        ground.EachStep = () =>
        {
            var now = ground.Sprayer.Truth.FlowLPerMin > 0;
            if (now != on) switches.Add((ground.NowS, on = now));
            var isIn = ground.Place.NorthM is > 20 and < 80;
            if (isIn != wasIn) inside.Add((ground.NowS, wasIn = isIn));
        };
        ground.Run(600, () => ground.Sprayer.Truth.Mode == DroneFarm.FirmwareSim.FlightMode.Auto && ground.Place.NorthM < 19 && switches.Count >= 2 * lines);
        var onAt = switches.Where(s => s.On).Select(s => s.AtS).ToList();
        var offAt = switches.Where(s => !s.On).Select(s => s.AtS).ToList();
        var turns = offAt.Take(lines - 1).Zip(onAt.Skip(1), (off, next) => next - off).ToList();
        var reached = ground.Timed<MissionItemReached>().Select(r => (r.AtS, r.Message.Seq)).ToList();
        var perLine = leadM > 0 ? 5 : 4;
        var times = Enumerable.Range(1, lines - 2).Select(i => At(3 + (i * perLine) + (leadM > 0 ? 3 : 2)) - At(3 + (i * perLine) + (leadM > 0 ? 1 : 0)));
        return (times.Average(), turns.Average());

        double At(int seq) => reached.First(r => r.Seq == seq).AtS;
    }
}
