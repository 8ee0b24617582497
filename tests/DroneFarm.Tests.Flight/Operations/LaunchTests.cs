using DroneFarm.Flight.Operations;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Flight.Fakes;

namespace DroneFarm.Tests.Flight.Operations;

/// <summary>ARDUPILOT.md points 15 and 16.</summary>
public sealed class LaunchTests
{
    private readonly Bench bench = new();
    private readonly Launch launch = new();

    public LaunchTests()
    {
        bench.Says(Beat(CopterMode.Guided, armed: false));
        bench.Start(launch);
    }

    [Fact]
    public void The_mission_is_started_at_once_after_arming_and_believed_from_the_heartbeat()
    {
        bench.Says(Ack(MavCmd.ComponentArmDisarm, MavResult.Accepted));
        bench.Sent<CommandLong>().Select(c => c.Command).ShouldBe([MavCmd.ComponentArmDisarm, MavCmd.MissionStart]);
        bench.Says(Ack(MavCmd.MissionStart, MavResult.Accepted));
        launch.IsDone.ShouldBeFalse();
        bench.Says(Beat(CopterMode.Auto, armed: true));
        launch.Result.Outcome.ShouldBe(LaunchOutcome.Started);
    }

    [Fact]
    public void A_mission_start_that_was_accepted_without_arming_is_not_a_start()
    {
        bench.Says(Ack(MavCmd.ComponentArmDisarm, MavResult.Accepted)).Says(Ack(MavCmd.MissionStart, MavResult.Accepted)).Says(Beat(CopterMode.Auto, armed: false));
        bench.Sent<CommandLong>()[^1].ShouldSatisfyAllConditions(c => c.Command.ShouldBe(MavCmd.ComponentArmDisarm), c => c.Param1.ShouldBe(0));
        bench.Says(Beat(CopterMode.Auto, armed: false));
        launch.Result.Outcome.ShouldBe(LaunchOutcome.NotStarted);
    }

    [Fact]
    public void A_refusal_is_tried_again_every_two_seconds_and_the_vehicles_words_are_kept()
    {
        for (var t = 0; t < 46 && !launch.IsDone; t++)
        {
            bench.Says(new Statustext { Severity = MavSeverity.Critical, Text = Text50.From("Arm: Need Position Estimate") });
            bench.Says(Ack(MavCmd.ComponentArmDisarm, MavResult.Failed)).Passes(2);
        }

        launch.Result.ShouldBe(new LaunchResult(LaunchOutcome.NotArmed, "Arm: Need Position Estimate"));
        bench.Sent<CommandLong>().Count(c => c.Command == MavCmd.ComponentArmDisarm).ShouldBeInRange(40, 50);
        bench.Sent<CommandLong>().ShouldNotContain(c => c.Command == MavCmd.MissionStart);
    }

    [Fact]
    public void A_lost_ack_does_not_matter_when_the_heartbeat_shows_it_armed()
    {
        bench.Says(Beat(CopterMode.Guided, armed: true));
        bench.Sent<CommandLong>()[^1].Command.ShouldBe(MavCmd.MissionStart);
    }

    [Fact]
    public void A_pilot_who_takes_another_mode_is_not_fought()
    {
        bench.Says(Ack(MavCmd.ComponentArmDisarm, MavResult.Accepted)).Says(Beat(CopterMode.Loiter, armed: true));
        launch.Result.Outcome.ShouldBe(LaunchOutcome.TakenOver);
    }

    private static CommandAck Ack(MavCmd command, MavResult result) => new() { Command = command, Result = result, TargetSystem = 255, TargetComponent = 190 };

    private static Heartbeat Beat(CopterMode mode, bool armed) => new()
    {
        Type = MavType.Hexarotor,
        Autopilot = MavAutopilot.Ardupilotmega,
        CustomMode = (uint)mode,
        BaseMode = armed ? MavModeFlag.SafetyArmed : 0,
    };
}
