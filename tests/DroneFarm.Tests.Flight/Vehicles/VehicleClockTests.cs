using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Tests.Flight.Vehicles;

public sealed class VehicleClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 7, 1, 6, 0, 0, TimeSpan.Zero);
    private readonly VehicleClock clock = new();

    [Fact]
    public void What_waited_on_its_way_is_set_back_to_when_it_was_said()
    {
        clock.Moment(10_000, Start).ShouldBe(Start);
        clock.Moment(10_100, Start.AddMilliseconds(900)).ShouldBe(Start.AddMilliseconds(100), TimeSpan.FromMilliseconds(1));
        clock.Moment(10_200, Start.AddMilliseconds(901)).ShouldBe(Start.AddMilliseconds(200), TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void A_faster_way_sets_the_clock_and_time_never_runs_back()
    {
        var first = clock.Moment(10_000, Start.AddMilliseconds(500));
        var second = clock.Moment(10_100, Start.AddMilliseconds(110));
        second.ShouldBe(first);
        clock.Moment(11_000, Start.AddMilliseconds(1_100)).ShouldBe(Start.AddMilliseconds(1_010), TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void A_reboot_begins_anew()
    {
        clock.Moment(3_600_000, Start);
        clock.Moment(2_000, Start.AddSeconds(5)).ShouldBe(Start.AddSeconds(5));
    }
}
