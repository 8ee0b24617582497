using DroneFarm.Core.Geo;
using DroneFarm.FirmwareSim;
using DroneFarm.FirmwareSim.Body;
using DroneFarm.FirmwareSim.Faults;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Tests.FirmwareSim;

public sealed class BodyTests
{
    [Fact]
    public void Litres_emitted_are_the_integral_of_the_flow_and_the_sum_of_the_trace()
    {
        var ground = GroundStation.Of();
        ground.StartMission(SprayerTests.Lines(ground, 5, 4));
        double integralL = 0;
        ground.EachStep = () => integralL += ground.Sprayer.Truth.FlowLPerMin * SimulatedSprayer.StepLength.TotalMinutes;
        ground.Run(250, () => !ground.Sprayer.Truth.Armed);
        var truth = ground.Sprayer.Truth;
        truth.EmittedL.ShouldBe(integralL, 1e-6);
        ground.Sprayer.Sprayed.Sum(p => p.Litres).ShouldBe(truth.EmittedL, 1e-9);
        (30 - truth.TankL).ShouldBe(truth.EmittedL, 1e-9);
        // 10 % per m/s of 8 L/min is 0.8 L/min at 1 m/s: 13.3 ml for every metre, on 4 lines of 60 m less a metre each.
        truth.EmittedL.ShouldBe(4 * 59 * 0.8 / 60, 0.1);
    }

    [Fact]
    public void The_same_seed_and_bytes_give_the_same_flight_to_the_last_byte()
    {
        Fly(7).ShouldBe(Fly(7));
        Fly(7).ShouldNotBe(Fly(8));

        static string Fly(int seed)
        {
            var ground = GroundStation.Of(o => o with { Seed = seed });
            ground.Sprayer.SetWind(4, Heading.FromDegrees(300), gustMps: 1.5);
            ground.StartMission(SprayerTests.Lines(ground, 5, 2));
            ground.Stream<DroneFarm.Mavlink.Messages.GlobalPositionInt>(5);
            ground.Run(60);
            return string.Join('\n', ground.Heard.Select(h => Convert.ToHexString(h.Packet.Bytes)));
        }
    }

    [Fact]
    public void A_line_is_held_in_a_gusty_crosswind()
    {
        var ground = GroundStation.Of();
        ground.Sprayer.SetWind(6, Heading.FromDegrees(270), gustMps: 1);
        ground.StartMission([ground.Waypoint(0, 0), GroundStation.Takeoff(), GroundStation.Do(MavCmd.DoChangeSpeed, 1, 5), ground.Waypoint(0, 10), ground.Waypoint(0, 200), GroundStation.Do(MavCmd.NavReturnToLaunch)]);
        ground.Run(60, () => ground.Place.NorthM > 20);
        var worst = 0.0;
        ground.EachStep = () => worst = Math.Max(worst, Math.Abs(ground.Place.EastM));
        ground.Run(60, () => ground.Place.NorthM > 180);
        worst.ShouldBeInRange(0.001, 0.6);
    }

    [Fact]
    public void An_empty_tank_gives_nothing_and_can_be_filled_only_on_the_ground_and_disarmed()
    {
        var ground = GroundStation.Of(o => o with { Body = o.Body with { StartLiquidL = 0.2 } });
        ground.StartMission(SprayerTests.Lines(ground, 5, 2));
        ground.Run(40);
        ground.Sprayer.Truth.TankL.ShouldBe(0);
        ground.Sprayer.Truth.FlowLPerMin.ShouldBe(0);
        ground.Sprayer.Truth.EmittedL.ShouldBe(0.2, 1e-9);
        Should.Throw<InvalidOperationException>(() => ground.Sprayer.Refill());
        ground.Command(MavCmd.NavReturnToLaunch);
        ground.Run(200, () => !ground.Sprayer.Truth.Armed);
        ground.Sprayer.Refill();
        ground.Sprayer.Truth.TankL.ShouldBe(30);
    }

    [Fact]
    public void It_is_carried_to_another_place_and_takes_off_from_there()
    {
        var ground = GroundStation.Of();
        var there = new GeoPoint(LatitudeDeg: ground.Sprayer.Truth.Place.LatitudeDeg + 0.002, LongitudeDeg: ground.Sprayer.Truth.Place.LongitudeDeg);
        ground.Sprayer.CarryTo(there);
        ground.Run(1);
        ground.Sprayer.Truth.Place.LatitudeDeg.ShouldBe(there.LatitudeDeg, 1e-7);
        ground.StartMission(SprayerTests.Lines(ground, 5, 2));
        Should.Throw<InvalidOperationException>(() => ground.Sprayer.CarryTo(there));
    }

    [Fact]
    public void Hovering_with_a_full_tank_takes_mass_to_the_power_of_one_and_a_half()
    {
        double Power(double litres)
        {
            var body = new BodyOptions { StartLiquidL = litres };
            var airframe = new Airframe(body, new Wind(1), 0);
            airframe.Step(new Thrust(true, default, 5, 0), 0, 0.5);
            for (var i = 0; i < 500; i++) airframe.Step(new Thrust(true, default, -airframe.VelocityMps.UpM, 0), 0, 0.01);
            var before = airframe.Battery.ConsumedWh;
            airframe.Step(new Thrust(true, default, 0, 0), 0, 0.01);
            return (airframe.Battery.ConsumedWh - before) / 0.01 * 3600;
        }

        (Power(26) - 30).ShouldBe(Math.Pow(2, 1.5) * (Power(0) - 30), 30);
    }

    [Fact]
    public void A_lossy_wire_loses_doubles_and_reorders_by_its_seed()
    {
        var options = new LossyWireOptions { Loss = 0.3, Duplication = 0.05, Reordering = 0.05, Delay = TimeSpan.FromMilliseconds(20) };
        List<int> Run(int seed)
        {
            var wire = new LossyWire(options, seed);
            var got = new List<int>();
            for (var i = 0; i < 2000; i++)
            {
                wire.Put([(byte)i, (byte)(i >> 8)], TimeSpan.FromMilliseconds(10 * i));
                got.AddRange(wire.Take(TimeSpan.FromMilliseconds(10 * i)).Select(b => b[0] | (b[1] << 8)));
            }

            return got;
        }

        var first = Run(1);
        first.ShouldBe(Run(1));
        first.ShouldNotBe(Run(2));
        first.Distinct().Count().ShouldBeInRange(1300, 1500);
        first.Count.ShouldBeGreaterThan(first.Distinct().Count());
        first.Zip(first.Skip(1)).ShouldContain(pair => pair.First > pair.Second);
    }

    [Fact]
    public void A_cut_wire_carries_nothing()
    {
        var wire = new LossyWire(new LossyWireOptions { Delay = TimeSpan.FromMilliseconds(20) }, 1);
        wire.Put([1], TimeSpan.Zero);
        wire.Cut();
        wire.Put([2], TimeSpan.Zero);
        wire.Take(TimeSpan.FromSeconds(1)).ShouldBeEmpty();
        wire.Mend();
        wire.Put([3], TimeSpan.FromSeconds(1));
        wire.Take(TimeSpan.FromSeconds(2)).Single().ShouldBe([3]);
    }
}
