using DroneFarm.Flight.Exchanges;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Flight.Fakes;

namespace DroneFarm.Tests.Flight.Exchanges;

public sealed class CommandExchangeTests
{
    private readonly Bench bench = new();

    [Fact]
    public void A_silent_vehicle_is_asked_again_with_a_rising_confirmation_and_given_up_after_12_seconds()
    {
        var exchange = bench.Start(new CommandExchange(Command.Arm));
        bench.Passes(11.9);
        exchange.IsDone.ShouldBeFalse();
        bench.Passes(0.2);
        exchange.Result.ShouldBe(CommandOutcome.TimedOut);
        bench.Sent<CommandLong>().Select(c => (int)c.Confirmation).ShouldBe(Enumerable.Range(0, bench.SentCount));
        bench.SentCount.ShouldBeInRange(10, 20);
    }

    [Theory]
    [InlineData(MavResult.Accepted, CommandOutcome.Accepted)]
    [InlineData(MavResult.TemporarilyRejected, CommandOutcome.TemporarilyRejected)]
    [InlineData(MavResult.Denied, CommandOutcome.Denied)]
    [InlineData(MavResult.Unsupported, CommandOutcome.Unsupported)]
    [InlineData(MavResult.Failed, CommandOutcome.Failed)]
    [InlineData(MavResult.Cancelled, CommandOutcome.CancelledByVehicle)]
    public void The_vehicles_answer_is_the_outcome(MavResult answer, CommandOutcome outcome)
    {
        var exchange = bench.Start(new CommandExchange(Command.Arm));
        bench.Says(Ack(MavCmd.ComponentArmDisarm, answer));
        exchange.Result.ShouldBe(outcome);
    }

    [Fact]
    public void The_ack_of_another_command_or_for_another_station_is_not_ours()
    {
        var exchange = bench.Start(new CommandExchange(Command.Arm));
        bench.Says(Ack(MavCmd.DoSprayer, MavResult.Accepted));
        bench.Says(new CommandAck { Command = MavCmd.ComponentArmDisarm, Result = MavResult.Accepted, TargetSystem = 254, TargetComponent = 190 });
        exchange.IsDone.ShouldBeFalse();
    }

    [Fact]
    public void In_progress_stops_the_repeating_and_waits_for_the_end()
    {
        var exchange = bench.Start(new CommandExchange(Command.Arm));
        bench.Says(Ack(MavCmd.ComponentArmDisarm, MavResult.InProgress)).Passes(50);
        bench.SentCount.ShouldBe(1);
        bench.Says(Ack(MavCmd.ComponentArmDisarm, MavResult.Accepted));
        exchange.Result.ShouldBe(CommandOutcome.Accepted);
    }

    [Fact]
    public void There_is_one_outcome_only()
    {
        var exchange = bench.Start(new CommandExchange(Command.Arm));
        bench.Says(Ack(MavCmd.ComponentArmDisarm, MavResult.Denied)).Says(Ack(MavCmd.ComponentArmDisarm, MavResult.Accepted));
        exchange.Result.ShouldBe(CommandOutcome.Denied);
    }

    private static CommandAck Ack(MavCmd command, MavResult result) => new() { Command = command, Result = result, TargetSystem = 255, TargetComponent = 190 };
}
