using DroneFarm.Core.Flights;
using DroneFarm.Flight.Operations;
using DroneFarm.Tests.Flight.Fakes;

namespace DroneFarm.Tests.Flight.Operations;

public sealed class PlannedWorkTests
{
    [Fact]
    public async Task A_screen_may_look_at_what_is_left_while_the_flight_takes_from_it()
    {
        var cancel = TestContext.Current.CancellationToken;
        for (var round = 0; round < 200; round++)
        {
            var work = new PlannedWork(Missions.Plan(200), () => new FlightLog("job-1", [], [], Complete: false), isBegun: false);
            var looking = Task.Run(
                () =>
                {
                    while (work.Left > 0) work.LeftM.ShouldBeGreaterThanOrEqualTo(0);
                },
                cancel);
            while (work.Next() is not null)
            {
            }

            await looking;
        }
    }
}
