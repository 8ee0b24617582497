using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Operations.Parameters;
using DroneFarm.Mavlink;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Flight.Fakes;

namespace DroneFarm.Tests.Flight.Operations;

public sealed class ParameterRenamesTests
{
    [Theory]
    [InlineData("WPNAV_SPEED", 500, "WP_SPD", 5)]
    [InlineData("RTL_ALT", 1500, "RTL_ALT_M", 15)]
    [InlineData("WPNAV_RFND_USE", 1, "WP_RFND_USE", 1)]
    public void A_setting_goes_by_either_name_in_that_names_unit(string before, float value, string since, float metres)
    {
        ParameterRenames.AsHeld(before, value, name => name == since).ShouldBe((since, metres));
        ParameterRenames.AsHeld(since, metres, name => name == before).ShouldBe((before, value));
    }

    [Fact]
    public void The_name_that_a_vehicle_has_is_kept_and_so_is_one_that_nobody_renamed()
    {
        ParameterRenames.AsHeld("WPNAV_SPEED", 500, name => name == "WPNAV_SPEED").ShouldBe(("WPNAV_SPEED", 500f));
        ParameterRenames.AsHeld("SPRAY_SPEED_MIN", 100, _ => false).ShouldBe(("SPRAY_SPEED_MIN", 100f));
        ParameterRenames.AsHeld("RTL_ALT", 1500, _ => false).ShouldBe(("RTL_ALT", 1500f));
    }

    [Fact]
    public void A_backup_of_one_release_changes_nothing_on_the_next_when_it_holds_the_same() =>
        ParameterChanges.Between([new("WP_SPD", 5, default), new("LAND_SPD_MS", 0.5f, default)], [("WPNAV_SPEED", 500), ("LAND_SPEED", 50)]).ShouldBeEmpty();

    [Fact]
    public void A_parameter_asked_for_by_two_names_is_the_one_that_is_answered_to()
    {
        var bench = new Bench();
        var get = bench.Start(new ParameterGet("RTL_ALT", "RTL_ALT_M"));
        bench.Says(new ParamValue { ParamId = Text16.From("RTL_ALT_FINAL_M"), Value = 3 });
        get.IsDone.ShouldBeFalse();
        bench.Says(new ParamValue { ParamId = Text16.From("RTL_ALT_M"), Value = 15 });
        get.Result.ShouldBe(new ParameterResult("RTL_ALT_M", ParameterOutcome.Done, 15));
    }
}
