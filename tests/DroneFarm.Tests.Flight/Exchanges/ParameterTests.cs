using DroneFarm.Flight.Exchanges;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Flight.Fakes;

namespace DroneFarm.Tests.Flight.Exchanges;

/// <summary>ARDUPILOT.md point 29: values are clamped in silence, unknown names are met with silence.</summary>
public sealed class ParameterTests
{
    private readonly Bench bench = new();

    [Fact]
    public void The_echo_of_the_wanted_value_is_success()
    {
        var set = bench.Start(new ParameterSet("SPRAY_PUMP_RATE", 12.5f));
        bench.Says(Value("SPRAY_PUMP_MIN", 12.5f));
        set.IsDone.ShouldBeFalse();
        bench.Says(Value("SPRAY_PUMP_RATE", 12.5f));
        set.Result.ShouldBe(new ParameterResult("SPRAY_PUMP_RATE", ParameterOutcome.Done, 12.5f));
    }

    [Fact]
    public void A_clamped_value_is_told_when_it_came_back_twice()
    {
        var set = bench.Start(new ParameterSet("SPRAY_ENABLE", 300));
        bench.Says(Value("SPRAY_ENABLE", 127));
        set.IsDone.ShouldBeFalse();
        bench.Passes(0.6).Says(Value("SPRAY_ENABLE", 127));
        set.Result.ShouldBe(new ParameterResult("SPRAY_ENABLE", ParameterOutcome.Differs, 127));
    }

    [Fact]
    public void A_late_echo_of_the_old_value_is_no_failure()
    {
        var set = bench.Start(new ParameterSet("SPRAY_ENABLE", 1));
        bench.Says(Value("SPRAY_ENABLE", 0)).Says(Value("SPRAY_ENABLE", 0)).Says(Value("SPRAY_ENABLE", 1));
        set.Result.Outcome.ShouldBe(ParameterOutcome.Done);
    }

    [Fact]
    public void Silence_is_timed_out_for_set_and_for_get()
    {
        var set = bench.Start(new ParameterSet("NO_SUCH", 1));
        bench.Passes(12.1);
        set.Result.Outcome.ShouldBe(ParameterOutcome.TimedOut);
        var other = new Bench();
        var get = other.Start(new ParameterGet("NO_SUCH"));
        other.Passes(12.1);
        get.Result.ShouldBe(new ParameterResult("NO_SUCH", ParameterOutcome.TimedOut, null));
    }

    [Fact]
    public void A_name_of_sixteen_letters_has_no_end_mark_and_is_read_all_the_same()
    {
        var get = bench.Start(new ParameterGet("SIXTEEN_LETTERS_"));
        bench.Says(Value("SIXTEEN_LETTERS_", 4));
        get.Result.Value.ShouldBe(4);
    }

    private static ParamValue Value(string name, float value) => new() { ParamId = Text16.From(name), Value = value, ParamIndex = ushort.MaxValue };
}
