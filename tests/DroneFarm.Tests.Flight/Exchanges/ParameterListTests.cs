using DroneFarm.Flight.Exchanges;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Flight.Fakes;
using DroneFarm.Tests.Flight.Radio;

namespace DroneFarm.Tests.Flight.Exchanges;

public sealed class ParameterListTests
{
    private readonly Bench bench = new();

    [Fact]
    public void A_silent_vehicle_is_asked_again_and_given_up_after_15_seconds()
    {
        var list = bench.Start(new ParameterList());
        bench.Passes(15.1);
        list.Result.Outcome.ShouldBe(TransferOutcome.TimedOut);
        bench.Sent<ParamRequestList>().Count.ShouldBeInRange(24, 60);
    }

    [Fact]
    public void A_list_without_a_gap_is_done_with_the_last_one_and_nothing_else_is_asked()
    {
        var list = bench.Start(new ParameterList());
        for (var i = 0; i < 5; i++) bench.Says(Value(i, 5));
        list.Result.Parameters.Select(p => p.Name).ShouldBe(["P0", "P1", "P2", "P3", "P4"]);
        bench.Sent<ParamRequestRead>().ShouldBeEmpty();
    }

    [Fact]
    public void A_gap_is_asked_for_by_its_index_while_the_rest_still_pours()
    {
        bench.Start(new ParameterList());
        for (var i = 0; i < 30; i++)
        {
            if (i != 4) bench.Says(Value(i, 100));
        }

        bench.Sent<ParamRequestRead>().ShouldHaveSingleItem().ParamIndex.ShouldBe((short)4);
    }

    [Fact]
    public void What_was_overtaken_by_a_few_is_not_asked_for()
    {
        bench.Start(new ParameterList());
        bench.Says(Value(0, 100)).Says(Value(3, 100)).Says(Value(1, 100)).Says(Value(2, 100));
        bench.Sent<ParamRequestRead>().ShouldBeEmpty();
    }

    [Fact]
    public void The_end_that_got_lost_is_asked_for_when_nothing_new_comes()
    {
        var list = bench.Start(new ParameterList());
        bench.Says(Value(0, 3)).Passes(0.5);
        bench.Sent<ParamRequestRead>().Select(r => (int)r.ParamIndex).Distinct().ShouldBe([1, 2]);
        bench.Says(Value(2, 3)).Says(Value(1, 3));
        list.Result.Outcome.ShouldBe(TransferOutcome.Done);
    }

    [Fact]
    public void A_value_told_unasked_has_no_index_and_belongs_to_no_list()
    {
        var list = bench.Start(new ParameterList());
        bench.Says(Value(0, 2)).Says(Value(ushort.MaxValue, 2));
        list.IsDone.ShouldBeFalse();
    }

    [Fact]
    public void A_count_that_changes_on_the_way_begins_the_list_anew()
    {
        var list = bench.Start(new ParameterList());
        bench.Says(Value(0, 2)).Says(Value(0, 3)).Says(Value(1, 3)).Says(Value(2, 3));
        list.Result.Parameters.Count.ShouldBe(3);
    }

    [Fact]
    public void A_vehicle_that_falls_silent_half_way_leaves_it_interrupted_with_what_came()
    {
        var list = bench.Start(new ParameterList());
        bench.Says(Value(0, 3)).Passes(16);
        list.Result.Outcome.ShouldBe(TransferOutcome.Interrupted);
        list.Result.Missing.ShouldBe(2);
        list.Result.Parameters.ShouldHaveSingleItem();
    }

    /// <summary>1,400 parameters by both ways, against the time that a radio without loss takes one by one.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    [InlineData(0.33)]
    public void Fourteen_hundred_parameters_are_exact_both_ways_and_one_by_one_within_three_times_the_lossless_time(double loss)
    {
        var (lossless, expected) = Read(new SimulatorOnRadio(1, 0, Extra), new ParameterList());
        var (losslessFile, _) = Read(new SimulatorOnRadio(1, 0, Extra), new ParameterFile());
        expected.Count.ShouldBeGreaterThanOrEqualTo(1400);
        var (byList, byFile) = (new List<double>(), new List<double>());
        for (var seed = 1; seed <= 50; seed++)
        {
            Add(byList, Read(new SimulatorOnRadio(seed, loss, Extra), new ParameterList()));
            Add(byFile, Read(new SimulatorOnRadio(seed, loss, Extra), new ParameterFile()));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"loss {loss:P0}: lossless {lossless:0.00} and {losslessFile:0.00} s; one by one median {byList[25]:0.00}, most {byList[^1]:0.00} s; as a file median {byFile[25]:0.00}, most {byFile[^1]:0.00} s");
        byList[^1].ShouldBeLessThanOrEqualTo(3 * lossless);

        void Add(List<double> times, (double Seconds, IReadOnlyList<ParameterValue> Values) read)
        {
            read.Values.ShouldBe(expected);
            times.Add(read.Seconds);
            times.Sort();
        }
    }

    private const int Extra = 1300;

    private static (double Seconds, IReadOnlyList<ParameterValue> Values) Read(SimulatorOnRadio radio, Exchange<ParameterListResult> exchange)
    {
        var began = radio.Now;
        var result = radio.Run(exchange);
        result.Outcome.ShouldBe(TransferOutcome.Done);
        return ((radio.Now - began).TotalSeconds, result.Parameters);
    }

    private static ParamValue Value(int index, int count) => new()
    {
        ParamId = Text16.From($"P{index}"), Value = index, ParamIndex = (ushort)index, ParamCount = (ushort)count, ParamType = MavParamType.Real32,
    };
}
