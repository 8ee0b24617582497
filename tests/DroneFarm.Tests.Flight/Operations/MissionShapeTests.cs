using DroneFarm.Flight.Operations;
using DroneFarm.Tests.Flight.Fakes;

namespace DroneFarm.Tests.Flight.Operations;

public sealed class MissionShapeTests
{
    private readonly MissionShape shape = new(Missions.Mission(1));

    [Theory]
    [InlineData(0, false, 0)]
    [InlineData(4, false, 0)]
    [InlineData(6, true, 1)]
    [InlineData(8, false, 1)]
    [InlineData(10, true, 2)]
    [InlineData(12, false, 2)]
    [InlineData(99, false, 2)]
    public void The_item_in_hand_says_whether_a_swath_is_flown_and_which(int item, bool sprays, int swath)
    {
        shape.Sprays(item).ShouldBe(sprays);
        shape.Swath(item).ShouldBe(swath);
    }

    [Fact]
    public void The_way_home_begins_at_DO_LAND_START() => shape.TailItem.ShouldBe(12);

    [Fact]
    public void The_fraction_grows_along_the_way_to_1()
    {
        double[] seen = [.. Enumerable.Range(0, 13).Select(i => shape.Fraction(i, null))];
        seen.ShouldBe(seen.Order());
        seen[0].ShouldBe(0);
        shape.Fraction(12, Missions.Home).ShouldBe(1, 0.001);
    }
}
