using DroneFarm.Cli.Ground;
using DroneFarm.Core.Flights;
using DroneFarm.Flight.Vehicles;
using DroneFarm.Mavlink.Enums;

namespace DroneFarm.Tests.Cli.Ground;

public sealed class ReasonsTests
{
    private static readonly DateTimeOffset Ordered = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(MavSeverity.Critical, 1, true)]
    [InlineData(MavSeverity.Warning, 0, true)]
    [InlineData(MavSeverity.Info, 1, false)]
    [InlineData(MavSeverity.Critical, -1, false)]
    public void Only_a_warning_after_the_order_is_its_reason(MavSeverity severity, int afterS, bool isReason)
    {
        var state = Heard(new Notice(severity, "PreArm: no"), Ordered.AddSeconds(afterS));
        state.ReasonSince(Ordered).ShouldBe(isReason ? "PreArm: no" : null);
    }

    private static VehicleState Heard(Notice notice, DateTimeOffset at) => new(new VehicleId(1)) { Notice = new Reading<Notice>(notice, at) };
}
