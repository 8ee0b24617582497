using DroneFarm.Flight.Vehicles;

namespace DroneFarm.Tests.Flight.Vehicles;

public sealed class ServoOutputsTests
{
    [Theory]
    [InlineData(1_000u, 1_100u, 100)]
    [InlineData(1_100u, 1_000u, -100)]
    [InlineData(4_294_900u, 4_295_000u, 100)]
    [InlineData(8_000_000u, 8_000_300u, 300)]
    public void The_age_of_outputs_holds_when_the_microseconds_begin_anew_after_71_minutes(uint readMs, uint otherMs, int agoMs) =>
        new ServoOutputs(new ushort[16], unchecked(readMs * 1000)).Before(otherMs).ShouldBe(TimeSpan.FromMilliseconds(agoMs), TimeSpan.FromMilliseconds(1));
}
