using DroneFarm.Core.Spraying;
using DroneFarm.Station.Flights;
using DroneFarm.Storage.Formats;

namespace DroneFarm.Tests.Station;

public sealed class ReturnTimeTests
{
    [Fact]
    public void The_minutes_left_are_the_energy_above_the_reserve_less_the_way_home()
    {
        var sprayer = SprayerFile.Read(Path.Combine(Room.Samples, "sprayer.json")).Sprayer! with { BatteryWh = 1000, ReserveFraction = 0.2, ClimbMps = 2, DescentMps = 1 };
        var job = JobFile.Read(Path.Combine(Room.Samples, "job.json")).Job! with { TransitHeightM = 15, TransitSpeedMps = 5 };
        // 60 % less 20 % of 1000 Wh at 12 kW are 2 min; home: 300 m at 5 m/s, 12 m up at 2 m/s, 15 m down at 1 m/s: 81 s.
        ReturnTime.MinutesLeft(sprayer, job, percent: 60, powerW: 12_000, homeM: 300, heightM: 3).ShouldBe(2 - (81 / 60.0), 1e-9);
    }
}
