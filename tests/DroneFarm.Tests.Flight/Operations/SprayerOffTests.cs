using DroneFarm.Flight.Operations;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Flight.Fakes;

namespace DroneFarm.Tests.Flight.Operations;

/// <summary>ARDUPILOT.md points 1 and 5: the acknowledgement proves nothing, the output does.</summary>
public sealed class SprayerOffTests
{
    private readonly Bench bench = new();
    private readonly SprayerOff off = new(new PumpCalibration(4));

    public SprayerOffTests() => bench.Start(off);

    [Theory]
    [InlineData(1000)]
    [InlineData(1009)]
    [InlineData(0)]
    public void An_output_at_its_minimum_after_the_ack_confirms_it(int pulseUs)
    {
        bench.Says(Ack()).Says(Output(pulseUs));
        off.Result.ShouldBe(SprayerOffOutcome.Confirmed);
    }

    [Fact]
    public void An_output_from_before_the_order_confirms_nothing()
    {
        bench.Says(Output(1000));
        off.IsDone.ShouldBeFalse();
    }

    [Fact]
    public void A_pump_that_runs_on_is_told_again_and_reported()
    {
        bench.Says(Ack());
        for (var i = 0; i < 110; i++) bench.Says(Output(1393)).Passes(0.1);
        off.Result.ShouldBe(SprayerOffOutcome.StillRunning);
        bench.Sent<CommandLong>().Count.ShouldBeGreaterThan(8);
    }

    [Fact]
    public void An_ack_without_any_output_to_look_at_is_called_that()
    {
        bench.Says(Ack()).Passes(10.1);
        off.Result.ShouldBe(SprayerOffOutcome.Acknowledged);
    }

    [Fact]
    public void Exactly_zero_is_sent() => bench.Sent<CommandLong>().ShouldAllBe(c => c.Command == MavCmd.DoSprayer && c.Param1 == 0);

    private static CommandAck Ack() => new() { Command = MavCmd.DoSprayer, Result = MavResult.Accepted, TargetSystem = 255, TargetComponent = 190 };

    private static ServoOutputRaw Output(int pulseUs) => new() { Servo9Raw = (ushort)pulseUs };
}
