using DroneFarm.Core.Flights;
using DroneFarm.Flight.Operations;
using DroneFarm.Flight.Operations.Supply;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Flight.Fakes;

namespace DroneFarm.Tests.Flight.Operations;

public sealed class SupplyTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly TankSensors Both = new(Flow: 1, Level: 2);

    [Fact]
    public void Amperes_of_a_second_battery_are_litres_an_hour_and_its_mAh_millilitres()
    {
        var state = Told(new BatteryStatus { Id = 1, BatteryRemaining = -1, CurrentBattery = 12_000, CurrentConsumed = 4_500 });
        var flow = Both.FlowNow(state, Now).ShouldNotBeNull();
        flow.FlowLPerMin!.Value.ShouldBe(2, 0.001);
        flow.UsedL!.Value.ShouldBe(4.5, 0.001);
        Both.FlowNow(state, Now + TimeSpan.FromSeconds(2.1)).ShouldBeNull("values older than 2 s never decide");
        state.Battery.ShouldBeNull("it is not the flight battery");
    }

    [Fact]
    public void Litres_left_are_the_level_sensors_then_the_flow_meters_then_the_pumps()
    {
        var plan = Missions.Plan(1);
        var flown = Flown.Nothing with { Litres = 3 };
        double? Left(VehicleState state) => SupplyMeter.Of(plan, plan.Sorties[0], state, flown, 10, 0, Now, Both, usedBeforeL: 1).LitresLeft;
        Left(new VehicleState(new VehicleId(1))).ShouldBe(7);
        var metered = Told(new BatteryStatus { Id = 1, BatteryRemaining = -1, CurrentBattery = 0, CurrentConsumed = 5_000 });
        Left(metered).ShouldBe(6);
        Left(metered.After(Packets.Of(new BatteryStatus { Id = 2, BatteryRemaining = 50, CurrentBattery = -1, CurrentConsumed = -1 }), Now)).ShouldBe(15);
    }

    private static VehicleState Told(in BatteryStatus message) => new VehicleState(new VehicleId(1)).After(Packets.Of(message), Now);
}
