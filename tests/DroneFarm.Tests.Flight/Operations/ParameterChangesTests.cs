using DroneFarm.Flight.Exchanges;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Operations.Parameters;

namespace DroneFarm.Tests.Flight.Operations;

public sealed class ParameterChangesTests
{
    private static readonly ParameterValue[] Held = [P("RTL_ALT", 1500), P("SPRAY_ENABLE", 0), P("STAT_BOOTCNT", 12), P("FENCE_ALT_MAX", 30.1f)];

    [Fact]
    public void Only_what_differs_changes_and_what_shows_others_comes_first() =>
        ParameterChanges.Between(Held, [("SPRAY_PUMP_RATE", 10), ("RTL_ALT", 1500), ("FENCE_ALT_MAX", 30.100001f), ("SPRAY_ENABLE", 1)])
            .ShouldBe([new("SPRAY_ENABLE", 0, 1), new("SPRAY_PUMP_RATE", null, 10)]);

    [Fact]
    public void The_vehicles_own_counters_and_calibrations_are_not_restored() =>
        ParameterChanges.Between(Held, [("STAT_BOOTCNT", 3), ("BARO1_GND_PRESS", 101_325)]).ShouldBeEmpty();

    [Fact]
    public void What_is_dangerous_only_together_with_what_the_vehicle_holds_is_refused()
    {
        ParameterValue[] held = [P("SPRAY_PUMP_MIN", 5), P("SPRAY_SPEED_MIN", 100)];
        ParameterChanges.Refusals(held, ParameterChanges.Between(held, [("SPRAY_SPEED_MIN", 0)])).ShouldHaveSingleItem().Key.ShouldBe("flight.preset.pump-on-ground");
        ParameterChanges.Refusals(held, ParameterChanges.Between(held, [("SPRAY_SPEED_MIN", 0), ("SPRAY_PUMP_MIN", 0)])).ShouldBeEmpty();
    }

    private static ParameterValue P(string name, float value) => new(name, value, default);
}
