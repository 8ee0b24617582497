using DroneFarm.Core.Geo;
using DroneFarm.Core.Planning;
using DroneFarm.Flight.Exchanges;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Flight.Fakes;
using DroneFarm.Tests.Flight.Radio;
using MissionItem = DroneFarm.Core.Planning.MissionItem;

namespace DroneFarm.Tests.Flight.Exchanges;

/// <summary>Message on request, clocks, reboot, partial write, clear, and the kinds of command.</summary>
public sealed class SmallExchanges
{
    private readonly Bench bench = new();

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void A_message_asked_for_comes(double loss)
    {
        var answer = new SimulatorOnRadio(5, loss).Run(new MessageRequest<AutopilotVersion>());
        answer.Came.ShouldBeTrue();
        answer.Message.FlightSwVersion.ShouldBeGreaterThan(0u);
    }

    [Fact]
    public void A_message_that_the_vehicle_does_not_have_is_denied() =>
        new SimulatorOnRadio(5, 0).Run(new MessageRequest<ActuatorOutputStatus>()).Outcome.ShouldBe(CommandOutcome.Denied);

    [Fact]
    public void Clocks_are_compared_by_the_question_with_the_shortest_way()
    {
        var clocks = bench.Start(new ClockComparison());
        for (var i = 0; i < ClockComparison.Samples; i++)
        {
            while (bench.Sent<Timesync>().Count <= i) bench.Passes(0.01);
            var question = bench.Sent<Timesync>()[^1];
            var wayS = i == 3 ? 0.02 : 0.1;
            bench.Passes(wayS); // one way there, and one back
            var vehicleNs = (bench.Now - DateTimeOffset.UnixEpoch).Ticks * 100 + 7_000_000_000;
            bench.Passes(wayS).Says(new Timesync { Tc1 = vehicleNs, Ts1 = question.Ts1 });
        }

        clocks.Result.RoundTrip.TotalSeconds.ShouldBe(0.04, 0.011);
        clocks.Result.VehicleAhead.TotalSeconds.ShouldBe(7, 0.011);
    }

    [Fact]
    public void Clocks_of_a_silent_vehicle_are_not_known()
    {
        var clocks = bench.Start(new ClockComparison());
        bench.Passes(11);
        clocks.Result.Answers.ShouldBe(0);
    }

    [Fact]
    public void The_simulated_sprayers_clock_is_compared_over_a_bad_radio()
    {
        var radio = new SimulatorOnRadio(2, 0.3);
        var difference = radio.Run(new ClockComparison());
        difference.Answers.ShouldBe(ClockComparison.Samples);
        difference.RoundTrip.TotalMilliseconds.ShouldBeInRange(40, 100);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.3, 1)]
    [InlineData(0.3, 2)]
    public void A_reboot_is_seen_by_the_vehicles_own_clock(double loss, int seed)
    {
        var radio = new SimulatorOnRadio(seed, loss);
        var began = radio.Now;
        var outcome = radio.Run(new Reboot());
        // The one order may be lost: then the vehicle's clock says so.
        outcome.ShouldBeOneOf(CommandOutcome.Accepted, CommandOutcome.Failed);
        if (loss == 0) outcome.ShouldBe(CommandOutcome.Accepted);
        (radio.Now - began).TotalSeconds.ShouldBeInRange(1, 12);
    }

    [Fact]
    public void The_order_to_reboot_goes_out_once_whatever_is_heard()
    {
        var reboot = bench.Start(new Reboot());
        bench.Passes(46);
        reboot.Result.ShouldBe(CommandOutcome.TimedOut);
        bench.Sent<CommandLong>().Count(c => c.Command == MavCmd.PreflightRebootShutdown).ShouldBe(1);
    }

    [Fact]
    public void A_clock_that_fell_back_is_a_reboot_even_where_it_runs_faster_than_ours()
    {
        var reboot = bench.Start(new Reboot());
        bench.Says(new SystemTime { TimeBootMs = 300_000 });
        bench.Says(new CommandAck { Command = MavCmd.PreflightRebootShutdown, Result = MavResult.Accepted, TargetSystem = 255, TargetComponent = 190 });
        bench.Passes(2).Says(new SystemTime { TimeBootMs = 301_000 });
        reboot.IsDone.ShouldBeFalse();
        bench.Passes(4).Says(new SystemTime { TimeBootMs = 80_000 });
        reboot.Result.ShouldBe(CommandOutcome.Accepted);
    }

    [Fact]
    public void A_reboot_that_is_refused_in_the_air_is_failed()
    {
        var reboot = bench.Start(new Reboot());
        bench.Says(new CommandAck { Command = MavCmd.PreflightRebootShutdown, Result = MavResult.Failed, TargetSystem = 255, TargetComponent = 190 });
        reboot.Result.ShouldBe(CommandOutcome.Failed);
    }

    [Fact]
    public void A_command_that_must_not_be_done_twice_is_sent_once_and_its_silence_is_timed_out()
    {
        var exchange = bench.Start(new CommandExchange(new Command(MavCmd.DoSetServo, 9, 1500, Once: true)));
        bench.Passes(11.9);
        exchange.IsDone.ShouldBeFalse();
        bench.Passes(0.2);
        exchange.Result.ShouldBe(CommandOutcome.TimedOut);
        bench.SentCount.ShouldBe(1);
    }

    [Fact]
    public void A_command_with_a_place_goes_as_command_int_with_exact_degrees_and_is_repeated()
    {
        var place = new CommandPlace(MavFrame.GlobalRelativeAlt, 320_500_001, 1_208_000_003);
        var exchange = bench.Start(new CommandExchange(new Command(MavCmd.DoReposition, P2: 1, P7: 6, Place: place)));
        bench.Passes(1);
        bench.Sent<CommandLong>().ShouldBeEmpty();
        bench.Sent<CommandInt>().Count.ShouldBe(2);
        bench.Sent<CommandInt>()[0].ShouldSatisfyAllConditions(
            c => (c.X, c.Y).ShouldBe((place.LatE7, place.LonE7)), c => c.Z.ShouldBe(6), c => c.Param2.ShouldBe(1));
        bench.Says(new CommandAck { Command = MavCmd.DoReposition, TargetSystem = 255, TargetComponent = 190 });
        exchange.Result.ShouldBe(CommandOutcome.Accepted);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void Three_items_in_the_middle_are_written_over_and_the_rest_stays(double loss)
    {
        var radio = new SimulatorOnRadio(9, loss);
        radio.Run(new VerifiedUpload(MavMissionType.Mission, Items(10, 3))).IsVerified.ShouldBeTrue();
        var others = Items(10, 7);
        radio.Run(new MissionUpload(MavMissionType.Mission, others[4..7], first: 4)).Outcome.ShouldBeOneOf(TransferOutcome.Done, TransferOutcome.Unconfirmed);
        radio.Run(new MissionDownload(MavMissionType.Mission)).Items.Skip(1).Select(i => i.Z).ShouldBe([3, 3, 3, 7, 7, 7, 3, 3, 3]);
    }

    [Fact]
    public void A_part_behind_the_end_of_the_vehicles_list_is_not_taken()
    {
        var radio = new SimulatorOnRadio(9, 0);
        radio.Run(new VerifiedUpload(MavMissionType.Mission, Items(3, 3))).IsVerified.ShouldBeTrue();
        radio.Run(new MissionUpload(MavMissionType.Mission, Items(3, 7), first: 5)).Outcome.ShouldNotBe(TransferOutcome.Done);
    }

    [Theory]
    [InlineData(MavMissionType.Mission)]
    [InlineData(MavMissionType.Fence)]
    [InlineData(MavMissionType.Rally)]
    public void Each_list_is_uploaded_verified_cleared_and_then_empty_on_a_bad_radio(MavMissionType type)
    {
        var radio = new SimulatorOnRadio(4, 0.3);
        radio.Run(new VerifiedUpload(type, ItemsOf(type))).IsVerified.ShouldBeTrue();
        radio.Run(new MissionClear(type)).Outcome.ShouldBe(TransferOutcome.Done);
        radio.Run(new MissionDownload(type)).Items.ShouldBeEmpty();
    }

    private static WireItem[] Items(int count, double heightM) =>
        [.. Enumerable.Range(0, count).Select(i => WireItem.Of(MissionItem.Waypoint(new GeoPoint(LatitudeDeg: 32 + (i * 1e-4), LongitudeDeg: 120.8), heightM)))];

    private static WireItem[] ItemsOf(MavMissionType type)
    {
        var corner = new GeoPoint(LatitudeDeg: 32.05, LongitudeDeg: 120.8);
        return type switch
        {
            MavMissionType.Fence => [.. Enumerable.Range(0, 4).Select(i => WireItem.Of(new MissionItem(
                MissionCommand.FenceInclusionVertex, 4, Place: corner with { LatitudeDeg = 32 + (i / 100.0), LongitudeDeg = 120 + (i % 2 / 100.0) })))],
            MavMissionType.Rally => [WireItem.Of(new MissionItem(MissionCommand.RallyPoint, Place: corner, HeightM: 12))],
            _ => Items(5, 3),
        };
    }
}
