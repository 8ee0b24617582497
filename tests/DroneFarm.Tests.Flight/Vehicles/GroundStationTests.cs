using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;
using DroneFarm.Mavlink.Messages;
using DroneFarm.Tests.Flight.Fakes;

namespace DroneFarm.Tests.Flight.Vehicles;

public sealed class GroundStationTests
{
    [Fact]
    public async Task The_heartbeat_goes_out_twice_a_second()
    {
        await using var field = new Airfield();
        await field.PassAsync(10);
        field.Copter.GroundBeats.ShouldBeInRange(19, 22);
    }

    [Fact]
    public async Task The_heartbeat_stops_with_the_pilots_screen_and_comes_back_with_it()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 6, 0, 0, TimeSpan.Zero));
        var screen = new ScreenWatchdog(clock, TimeSpan.FromSeconds(3));
        await using var field = new Airfield(screen, clock);
        await field.PassAsync(10);
        var beats = field.Copter.GroundBeats;
        beats.ShouldBeInRange(6, 8);
        screen.Alive();
        await field.PassAsync(2);
        field.Copter.GroundBeats.ShouldBeGreaterThan(beats);
    }

    [Fact]
    public async Task The_wanted_messages_are_asked_for_and_asked_for_again_after_the_link_was_lost()
    {
        await using var field = new Airfield();
        var vehicle = await field.FindAsync();
        await field.PassAsync(4);
        vehicle.State.Motion.ShouldNotBeNull();
        vehicle.State.Servos.ShouldNotBeNull();
        var asked = field.Copter.Commands.Count(c => c.Command == MavCmd.SetMessageInterval && c.Param1 == GlobalPositionInt.Id);
        asked.ShouldBe(1);
        field.Copter.RadioOff = true;
        field.Copter.Forget();
        await field.PassAsync(5);
        vehicle.IsLost.ShouldBeTrue();
        field.Copter.RadioOff = false;
        await field.PassAsync(3);
        vehicle.IsLost.ShouldBeFalse();
        field.Copter.Commands.Count(c => c.Command == MavCmd.SetMessageInterval && c.Param1 == GlobalPositionInt.Id).ShouldBeGreaterThan(asked);
        vehicle.State.Motion!.Value.Age(field.Clock.GetUtcNow()).ShouldBeLessThan(TimeSpan.FromSeconds(0.3));
    }

    [Fact]
    public async Task A_radios_own_messages_do_not_hide_that_the_vehicle_is_silent()
    {
        await using var field = new Airfield();
        var vehicle = await field.FindAsync();
        await field.PassAsync(1);
        field.Copter.OnlyRadioSpeaks = true;
        await field.PassAsync(4);
        vehicle.IsLost.ShouldBeTrue();
    }

    [Fact]
    public async Task Another_component_of_the_vehicle_does_not_hide_that_the_autopilot_is_silent()
    {
        await using var field = new Airfield();
        var vehicle = await field.FindAsync();
        await field.PassAsync(2);
        field.Copter.RadioOff = true;
        var silentSince = vehicle.State.LastHeard!.Value;
        DateTimeOffset? alarmed = null;
        for (var i = 0; i < 50 && alarmed is null; i++)
        {
            // A gimbal or companion computer goes on with a heartbeat of its own.
            vehicle.Deliver(Packets.Of(new Heartbeat { Type = MavType.Gimbal, Autopilot = MavAutopilot.Invalid }, component: 154));
            vehicle.Deliver(Packets.Of(new RadioStatus { Rssi = 200 }, component: 68));
            await field.PassAsync(0.1);
            if (vehicle.IsLost) alarmed = field.Clock.GetUtcNow();
        }

        (alarmed!.Value - silentSince).TotalSeconds.ShouldBeInRange(3.4, 3.61);
    }

    [Fact]
    public async Task The_wanted_messages_are_asked_for_again_after_a_reboot_that_was_too_short_to_be_missed()
    {
        await using var field = new Airfield();
        var vehicle = await field.FindAsync();
        await field.PassAsync(4);
        field.Copter.Forget();
        await field.PassAsync(7);
        vehicle.State.Motion!.Value.Age(field.Clock.GetUtcNow()).ShouldBeLessThan(TimeSpan.FromSeconds(0.3));
    }
}
